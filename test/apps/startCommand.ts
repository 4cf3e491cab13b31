import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appEnvironment } from './run.ts';

/** A server that a command runs. */
export interface StartedCommand {
  /** The url that it printed, without a slash at its end. */
  readonly url: string;
  /** All that it wrote so far. */
  readonly output: string;
  stop(): Promise<void>;
}

/** Starts a server and waits until it has printed its url on 127.0.0.1. */
export async function startCommand(folder: string, command: string, ...args: string[]): Promise<StartedCommand> {
  // Servers start helper processes. A separate process group can be ended as a whole.
  const child = spawn(command, args, { cwd: folder, env: appEnvironment(), detached: true });
  const hasEnded = once(child, 'exit');
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`\`${command} ${args.join(' ')}\` ended with ${code}.\n${output}`)));
  });
  return {
    url,
    get output() {
      return output;
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL');
      await hasEnded;
    },
  };
}
