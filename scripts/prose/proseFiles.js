import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The files whose prose is checked, as patterns of git. */
const patterns = [
  '*.md',
  'docs/**/*.md',
  'skills/**/*.md',
  'src/**',
  '.github/**/*.md',
  'examples/README.md',
  'examples/recipes/**',
  'stories/**/*.mdx',
  'stories/**/*.ts',
  'stories/**/*.tsx',
  'bench/**/*.js',
  'bench/**/*.jsx',
  'scripts/prose/**/*.js',
  'test/**',
];

/** This file breaks each rule on purpose. */
const exception = ':(exclude,glob)test/docs/prose.rules.test.ts';

/** The kinds of files that `extractProse` reads. */
const readable = /\.(?:mdx?|[jt]sx?)$/;

/**
 * Lists the files whose prose is checked, or those that match the given patterns.
 * @param {string[]} asked
 * @returns {string[]} paths from the repository's root
 */
export function listProseFiles(asked) {
  const globs = (asked.length > 0 ? asked : patterns).map((pattern) => `:(glob)${pattern}`);
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...globs, exception];
  const paths = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0');
  return paths.filter((path) => readable.test(path)).toSorted();
}
