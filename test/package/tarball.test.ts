import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { entries } from '../../scripts/entries.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Packed {
  files: { path: string; mode: number }[];
  unpackedSize: number;
}

async function pack(): Promise<Packed> {
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--dry-run', '--ignore-scripts'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  const [packed] = JSON.parse(stdout) as [Packed];
  return packed;
}

it('holds the built files and the papers, and nothing else', async () => {
  const { files, unpackedSize } = await pack();
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => !path.startsWith('dist/')).toSorted()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'llms.txt',
    'package.json',
    'skills/chat/SKILL.md',
    'skills/feed/SKILL.md',
    'skills/testing/SKILL.md',
  ]);
  expect(paths.filter((path) => path.startsWith('dist/') && !/^dist\/[\w-]+\.(js|d\.ts)$/.test(path))).toEqual([]);
  expect(paths).toEqual(expect.arrayContaining(entries.map((entry) => `dist/${entry}.js`)));
  expect(unpackedSize).toBeLessThan(500_000);
});
