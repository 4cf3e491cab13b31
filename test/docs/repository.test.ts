import { StreamError } from 'react-streamed/core';
import { expect, it } from 'vitest';
import { readText } from './markdown.ts';

const { homepage, bugs, repository } = JSON.parse(readText('package.json')) as {
  homepage: string;
  bugs: { url: string };
  repository: { type: string; url: string };
};

it('package.json names one repository', () => {
  expect(homepage).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+$/);
  expect({ homepage, bugs, repository }).toEqual({
    homepage,
    bugs: { url: `${homepage}/issues` },
    repository: { type: 'git', url: `git+${homepage}.git` },
  });
});

it('the messages of errors end with an address in it', () => {
  const [, address = ''] = /See (\S+)$/.exec(new StreamError('http', 'Not found.').message) ?? [];
  expect(address).toBe(`${homepage}/blob/main/docs/errors/http.md`);
});

it('CONTRIBUTING.md says how to name another one, in one command', () => {
  const command = /^npm pkg set .+$/m.exec(readText('CONTRIBUTING.md'))?.[0];
  expect(command).toBe('npm pkg set repository.url="git+$url.git" homepage="$url" bugs.url="$url/issues"');
});

it('only package.json names it, so that nothing else needs a change', () => {
  const others = ['README.md', 'CHANGELOG.md', '.ci/publish', '.ci/version', '.github/workflows/release.yml'];
  expect(others.filter((path) => readText(path).includes(homepage))).toEqual([]);
  expect(others.filter((path) => readText(path).includes('npm pkg set'))).toEqual([]);
});
