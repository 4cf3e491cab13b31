import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Variables that Vitest and npm set for what they start, and that would make an app another one. */
const isForeign = (name: string) =>
  /^(VITEST|npm_(lifecycle|package)_|npm_config_local_prefix$)/.test(name) ||
  ['NODE_ENV', 'TEST', 'DEV', 'PROD', 'SSR', 'MODE', 'BASE_URL', 'INIT_CWD', 'NODE_OPTIONS', 'FORCE_COLOR'].includes(
    name,
  );

/** The environment of a user's terminal, without colours and telemetry. */
export function appEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !isForeign(name));
  return { ...Object.fromEntries(entries), CI: 'true', NO_COLOR: '1', NEXT_TELEMETRY_DISABLED: '1' };
}

/**
 * Runs a command to its end and gives what it wrote to its standard output.
 *
 * @throws {Error} with all of its output, if it fails.
 */
export async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    const options = { cwd: folder, env: appEnvironment(), maxBuffer: 2 ** 26 };
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`\`${command} ${args.join(' ')}\` failed.\n${stdout}\n${stderr}`, { cause: error });
  }
}
