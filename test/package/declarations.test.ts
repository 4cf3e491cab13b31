import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const compilers: [version: string, folder: string][] = [
  ['5.9', './typescript-5.9/node_modules/typescript/'],
  ['6.0', '../../node_modules/typescript/'],
  ['7', './typescript-7/node_modules/typescript/'],
];
const exact = '--exactOptionalPropertyTypes';
const node16 = ['--module', 'node16', '--moduleResolution', 'node16'];

/** Runs a compiler. What it complains of is on its standard output. */
async function compile(compiler: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [path(compiler), ...args]);
    return stdout;
  } catch (error) {
    return String((error as { stdout?: string }).stdout || error);
  }
}

describe.concurrent.each(compilers)('under TypeScript %s', (version, folder) => {
  const tsc = `${folder}bin/tsc`;

  it('is checked by the compiler that it is named after', async () => {
    expect(await compile(tsc, '--version')).toContain(`Version ${version}.`);
  });

  it.each([
    ['moduleResolution bundler', 'tsconfig.json', []],
    ['moduleResolution bundler, exact optional properties', 'tsconfig.json', [exact]],
    ['moduleResolution node16', 'tsconfig.json', node16],
    ['moduleResolution node16, exact optional properties', 'tsconfig.json', [...node16, exact]],
    ['moduleResolution nodenext, from CommonJS as well', 'tsconfig.nodenext.json', []],
    ['moduleResolution nodenext, exact optional properties', 'tsconfig.nodenext.json', [exact]],
    ['the types of Node in the place of those of the DOM', 'tsconfig.node.json', []],
  ])(
    'reads the declaration files with %s',
    async (_, config, flags) => {
      expect(await compile(tsc, '-p', path(`./consumer/${config}`), ...flags)).toBe('');
    },
    60_000,
  );
});
