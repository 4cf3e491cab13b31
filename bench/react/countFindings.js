import reactHooks from 'eslint-plugin-react-hooks';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judge, printTable } from '../support/printTable.js';

const ours = 'react-streamed';
/** Where the source of each is; a peer's as it is published. */
const folders = {
  [ours]: '../../src/',
  zustand: '../node_modules/zustand/esm/',
  '@ai-sdk/react': '../node_modules/@ai-sdk/react/src/',
};

const manifest = new URL('../../node_modules/eslint-plugin-react-hooks/package.json', import.meta.url);
/** The version of the rules, for the page. */
export const rulesVersion = { 'eslint-plugin-react-hooks': JSON.parse(readFileSync(manifest, 'utf8')).version };

/** Prints and gives what the rules of React, the compiler's too, find in the source of each. */
export function countFindings() {
  const rows = Object.entries(folders).map(([name, folder]) => {
    const { files, findings, disables } = lint(new URL(folder, import.meta.url));
    return [name, `${files}`, `${findings}`, `${disables}`, name === ours ? judge(findings + disables, 0) : ''];
  });
  return printTable({
    id: 'findings',
    title: 'Findings of react-hooks',
    about:
      'What the recommended rules of eslint-plugin-react-hooks find in each package without its tests. They include the checks of the React compiler. Comments that disable a rule are counted too.',
    columns: ['package', 'files', 'findings', 'disable comments', 'target'],
    rows,
  });
}

/** Lints a copy: the linter passes over what lies in `node_modules`. */
function lint(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'react-streamed-bench-'));
  try {
    cpSync(folder, copy, { recursive: true, filter: (path) => !/\.test\.|test-|vitest/.test(basename(path)) });
    const output = execFileSync('npx', ['oxlint', '-c', writeConfig(), '--no-ignore', '-f', 'json', copy], {
      cwd: fileURLToPath(new URL('../../', import.meta.url)),
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    });
    const { diagnostics, number_of_files: files } = JSON.parse(output);
    if (!files) throw new Error(`Nothing was linted in ${folder}.`);
    const sources = readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    const disables = sources.flatMap((source) => source.match(/(eslint|oxlint)-disable/g) ?? []).length;
    return { files, findings: diagnostics.length, disables };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** Every finding is a warning: with an error the linter would fail. */
function writeConfig() {
  const path = fileURLToPath(new URL('../.build/findings.json', import.meta.url));
  const { rules } = reactHooks.configs['recommended-latest'];
  const config = {
    plugins: [],
    jsPlugins: [{ name: 'react-hooks-js', specifier: 'eslint-plugin-react-hooks' }],
    categories: { correctness: 'off' },
    rules: Object.fromEntries(
      Object.keys(rules).map((rule) => [rule.replace('react-hooks/', 'react-hooks-js/'), 'warn']),
    ),
  };
  mkdirSync(new URL('../.build/', import.meta.url), { recursive: true });
  writeFileSync(path, JSON.stringify(config));
  return path;
}
