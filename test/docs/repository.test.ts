import { expect, it } from 'vitest';
import { readText } from './markdown.ts';

const { homepage, bugs, repository } = JSON.parse(readText('package.json')) as {
  homepage: string;
  bugs: { url: string };
  repository: { type: string; url: string };
};

it('package.json names one repository', () => {
  const address = homepage.replace(/#readme$/, '');
  expect(address).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+$/);
  expect({ homepage, bugs, repository }).toEqual({
    homepage: `${address}#readme`,
    bugs: { url: `${address}/issues` },
    repository: { type: 'git', url: `git+${address}.git` },
  });
});

it('CONTRIBUTING.md says how to name another one, in one command', () => {
  const command = /^npm pkg set .+$/m.exec(readText('CONTRIBUTING.md'))?.[0];
  expect(command).toBe('npm pkg set repository.url="git+$url.git" homepage="$url#readme" bugs.url="$url/issues"');
});

it('only package.json names it, so that nothing else needs a change', () => {
  const others = ['README.md', 'CHANGELOG.md', '.ci/publish', '.ci/version', '.github/workflows/release.yml'];
  const address = homepage.replace(/#readme$/, '');
  expect(others.filter((path) => readText(path).includes(address))).toEqual([]);
  expect(others.filter((path) => readText(path).includes('npm pkg set'))).toEqual([]);
});
