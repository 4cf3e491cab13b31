import { transformAsync } from '@babel/core';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const { resolve } = createRequire(import.meta.url);
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const entries = Object.values(packageJson.exports).flatMap((entry) =>
  typeof entry === 'string' ? [] : [entry.default.replace('./dist/', '')],
);

/** Hermes as React Native 0.83 has it, and Hermes V1, which later versions have, with the preset's profile for each. */
const compilers = [
  ['hermes-compiler-0.14', 'default'],
  ['hermes-compiler', 'hermes-stable'],
] as const;

const programs: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux64-bin/hermesc',
  darwin: 'osx-bin/hermesc',
  win32: 'win64-bin/hermesc.exe',
};

const importOfFile = /(?:from|import)\s*["']\.\/([^"']+)["']/g;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'react-streamed-hermes-'));
});

afterAll(() => rm(folder, { recursive: true }));

/** The files of an entry, itself last. */
async function findFiles(file: string, found = new Set<string>()): Promise<Set<string>> {
  const text = await readFile(join(dist, file), 'utf8');
  for (const [, imported] of text.matchAll(importOfFile)) {
    if (!found.has(imported!)) await findFiles(imported!, found);
  }
  return found.add(file);
}

/** Makes a module of a bundle, as Metro does for Hermes: by React Native's preset, and in a function that defines it. */
async function transform(file: string, profile: string): Promise<string> {
  const path = join(dist, file);
  const result = await transformAsync(await readFile(path, 'utf8'), {
    filename: path,
    babelrc: false,
    configFile: false,
    caller: { name: 'metro', bundler: 'metro', platform: 'ios' } as never,
    presets: [[resolve('@react-native/babel-preset'), { unstable_transformProfile: profile }]],
  });
  return `__d(function (global, require, _importDefault, _importAll, module, exports) {${result!.code}\n}, "${file}", []);`;
}

/** Compiles a program to bytecode. Returns what the compiler says, without its warnings of globals, and the size. */
async function compile(compiler: string, name: string, program: string) {
  const source = join(folder, `${compiler}-${name}`);
  const output = `${source}.hbc`;
  await writeFile(source, program);
  const hermesc = join(dirname(resolve(`${compiler}/package.json`)), 'hermesc', programs[process.platform]!);
  const { stdout, stderr } = await promisify(execFile)(hermesc, ['-emit-binary', '-O', '-w', '-out', output, source]);
  const { size } = await stat(output);
  return { says: `${stdout}${stderr}`, size };
}

describe.each(compilers)('%s', (compiler, profile) => {
  it.each(entries)('compiles %s as Metro builds it', async (entry) => {
    const files = await findFiles(entry);
    const modules = await Promise.all(Array.from(files, (file) => transform(file, profile)));
    const { says, size } = await compile(compiler, entry, modules.join('\n'));
    console.log(`${compiler}: ${entry} is ${size} bytes of bytecode`);
    expect(says).toBe('');
    expect(size).toBeGreaterThan(1000);
  });

  it('reports a regular expression that it does not know', async () => {
    const compiled = compile(compiler, 'invalid.js', 'const flags = /[\\p{L}--[a-z]]/v;');
    await expect(compiled).rejects.toThrow(/error: Invalid regular expression/);
  });
});
