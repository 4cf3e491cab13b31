import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';
import { appsFolder } from './appsFolder.ts';
import { run } from './run.ts';
import { startCommand, type StartedCommand } from './startCommand.ts';

/** An app that has the packed package installed. */
export interface App {
  readonly folder: string;
  /** Runs Node, or a command of the app's packages, to its end. */
  run(command: string, ...args: string[]): Promise<string>;
  /** Starts a command that serves the app, and waits for the url that it prints. */
  start(command: string, ...args: string[]): Promise<StartedCommand>;
}

/** What stays from one run to the next; the file says that the installation was not cut short. */
const kept = ['node_modules', 'package-lock.json', 'installed'];

/** What an app in the repository may have beside its files. */
const isMade = (path: string) => ['node_modules', 'dist', 'package-lock.json'].includes(basename(path));

/**
 * Installs an app from its files in this folder. Its packages are kept for as long as its `package.json` stays the same;
 * the package itself is installed again each time.
 *
 * @param templates - the folders that its files come from, as paths from this one. The first one holds its `package.json`.
 * @param flags - what to tell npm besides.
 */
export async function createApp(
  templates: readonly [string, ...string[]],
  flags: readonly string[] = [],
): Promise<App> {
  const [name] = templates;
  const source = (template: string) => fileURLToPath(new URL(template, import.meta.url));
  const manifest = await readManifest(join(source(name), 'package.json'));
  const hash = createHash('sha256').update(manifest).update(process.version).digest('hex').slice(0, 12);
  const folder = join(appsFolder, `${basename(name)}-${hash}`);
  const install = (...args: string[]) =>
    run(folder, 'npm', 'install', '--prefix', folder, '--no-audit', '--no-fund', '--prefer-offline', ...flags, ...args);

  await mkdir(folder, { recursive: true });
  const isInstalled = existsSync(join(folder, 'installed'));
  const stale = (await readdir(folder)).filter((file) => !isInstalled || !kept.includes(file));
  await Promise.all(stale.map((file) => rm(join(folder, file), { recursive: true })));
  for (const template of templates) {
    await cp(source(template), folder, { recursive: true, filter: (path) => !isMade(path) });
  }
  await writeFile(join(folder, 'package.json'), manifest);
  if (!isInstalled) {
    await install();
    await writeFile(join(folder, 'installed'), '');
  }
  await install('--no-save', inject('tarball'));

  const path = (command: string) =>
    command === 'node' ? process.execPath : join(folder, 'node_modules', '.bin', command);
  return {
    folder,
    run: (command, ...args) => run(folder, path(command), ...args),
    start: (command, ...args) => startCommand(folder, path(command), ...args),
  };
}

/** Reads a `package.json`. It leaves the package out, because what was packed is installed instead of what was published. */
async function readManifest(path: string): Promise<string> {
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { dependencies?: Record<string, string> };
  delete manifest.dependencies?.['react-streamed'];
  return JSON.stringify(manifest, undefined, 2);
}
