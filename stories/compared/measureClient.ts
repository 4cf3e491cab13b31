import type { Client } from './clients/clients.ts';
import { countTokens, type TokenCount } from './countTokens.ts';
import type { Recorder } from './createRecorder.ts';
import type { AnswerServer, Choice } from './openAnswerServer.ts';
import { answers } from './server/answer-server/answers.js';
import type { RequestRecord } from './server/answer-server/createRunLog.js';
import type { LongTaskWatch } from './watchLongTasks.ts';

/** What was measured of one client. */
export interface Measurement {
  /** How it ended: the last status of the client, or what happened to it. */
  readonly status: string;
  readonly requests: readonly RequestRecord[];
  /** Missing if the component was unmounted before the end. */
  readonly tokens: TokenCount | undefined;
  readonly renders: number;
  /** In milliseconds. `0` if no task was long, and `undefined` if the browser does not tell. */
  readonly longestTask: number | undefined;
  /** Milliseconds from its mount to its end. */
  readonly duration: number;
}

interface Setup extends Choice {
  readonly client: Client;
  readonly server: AnswerServer;
  readonly recorder: Recorder;
  readonly longTasks: LongTaskWatch | undefined;
  mount(): void;
  unmount(): void;
}

/** After this many milliseconds, a client counts as not finished. */
const patience = 12_000;

/** How often the server is asked whether it still writes, in milliseconds. */
const pollInterval = 100;

const wait = (delay: number) => new Promise<void>((resolve) => setTimeout(resolve, delay));

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Lets one client receive the answer, and measures it. */
export async function measureClient(setup: Setup): Promise<Measurement> {
  const { client, server, recorder, longTasks, answer, fault } = setup;
  const half = answers[answer].count / 2;
  const unmounts = fault === 'unmount';
  const startedAt = performance.now();

  setup.mount();
  if (client.waitsForSend) await recorder.send();
  const isOver = unmounts
    ? recorder.waitFor(({ text }) => text.includes(`, ${half} `))
    : recorder.waitFor(({ status }) => status === 'done' || status === 'error');
  const isInTime = await Promise.race([isOver.then(() => true), wait(patience).then(() => false)]);
  const duration = performance.now() - startedAt;
  if (unmounts) setup.unmount();

  await nextFrame();
  await nextFrame();
  const longestTask = longTasks?.longestSince(startedAt);
  const requests = await waitForServer(server, client);
  const { text, status, renders } = recorder.read();
  return {
    status: writeEnd({ status, unmounts, isInTime }),
    requests,
    tokens: unmounts ? undefined : countTokens(text, answer),
    renders,
    longestTask,
    duration: Math.round(duration),
  };
}

function writeEnd({ status, unmounts, isInTime }: { status: string; unmounts: boolean; isInTime: boolean }): string {
  if (!isInTime) return 'not finished';
  return unmounts ? 'unmounted' : status;
}

/** Reads the requests when the server writes no more: a client may have left a response open. */
async function waitForServer(server: AnswerServer, client: Client): Promise<readonly RequestRecord[]> {
  const deadline = performance.now() + patience;
  let requests = await server.readRequests(client);
  while (requests.some(({ ending }) => ending === 'open') && performance.now() < deadline) {
    await wait(pollInterval);
    requests = await server.readRequests(client);
  }
  return requests;
}
