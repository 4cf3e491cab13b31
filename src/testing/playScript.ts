import { systemClock, type Clock } from '../core/platform/clock.ts';
import type { MockRequest } from './MockRequest.ts';
import { createMockStream } from './createMockStream.ts';
import type { MockEvent } from './formatEvent.ts';
import type { MockSplit } from './splitBytes.ts';

/** One step of a script: a pause, then what the server does, in the order of the fields below. */
export interface ScriptStep extends MockSplit {
  /**
   * How long the server waits before the step, in milliseconds.
   *
   * @default 0
   */
  after?: number | undefined;
  /** Sends the response's head with this status. Without such a step, the first write sends it. */
  status?: number | undefined;
  /** Sends the response's head with these headers, with or without `status`. */
  headers?: RequestInit['headers'];
  /** Writes a comment. */
  comment?: string | undefined;
  /** Writes a reconnection time, in milliseconds. */
  retry?: number | undefined;
  /** Writes an event; a string is its data. */
  event?: MockEvent | string | undefined;
  /** Writes text. */
  text?: string | undefined;
  /** Writes a value as one line of JSON. */
  json?: unknown;
  /** Writes bytes. */
  bytes?: Uint8Array | readonly number[] | undefined;
  /** Keeps the connection open without sending anything else. */
  stall?: boolean | undefined;
  /** Ends the response. The last step does this by itself, unless it stalls, drops or fails. */
  end?: boolean | undefined;
  /** Breaks the connection. */
  drop?: boolean | undefined;
  /** Fails the request, with this error if it is one. */
  fail?: boolean | Error | undefined;
}

/** Options of `playScript`. */
export interface PlayScriptOptions {
  /**
   * The clock that measures the pauses.
   *
   * @default the platform's
   */
  clock?: Clock | undefined;
  /**
   * A factor for every pause; 0 plays the script at once.
   *
   * @default 1
   */
  pace?: number | undefined;
  /**
   * Splits everything that is written into chunks of this many bytes.
   *
   * @default none: each step writes one chunk
   */
  chunkSize?: number | undefined;
}

/** A fetch that answers each request with a script. */
export type ScriptedFetch = typeof globalThis.fetch & {
  /** Every request that was sent, in order. */
  readonly requests: readonly MockRequest[];
};

/** How fast a script is played. */
interface Tempo {
  readonly clock: Clock;
  readonly pace: number;
}

/**
 * Creates a fetch that answers each request with a timed script. Of several scripts, the first request gets the first one
 * and so on; the last script answers all later requests.
 */
export function playScript(
  script: readonly ScriptStep[] | readonly (readonly ScriptStep[])[],
  options: PlayScriptOptions = {},
): ScriptedFetch {
  const { clock = systemClock, pace = 1, chunkSize } = options;
  const scripts = isList(script) ? script : [script];
  const mock = createMockStream({
    chunkSize,
    answer: (request) => {
      const steps = scripts[request.number - 1] ?? scripts.at(-1) ?? [];
      play(request, steps, { clock, pace });
    },
  });
  return Object.assign(mock.fetch, { requests: mock.requests });
}

function isList(
  script: readonly ScriptStep[] | readonly (readonly ScriptStep[])[],
): script is readonly (readonly ScriptStep[])[] {
  return Array.isArray(script[0]);
}

function play(request: MockRequest, steps: readonly ScriptStep[], { clock, pace }: Tempo): void {
  let index = 0;
  let timer: unknown;
  const isOver = () => request.state !== 'waiting' && request.state !== 'open';

  const runFrom = (): void => {
    const step = steps[index];
    if (isOver()) return;
    if (!step) return finish();
    const delay = (step.after ?? 0) * pace;
    if (delay > 0) timer = clock.setTimeout(run, delay);
    else run();
  };

  const run = (): void => {
    const step = steps[index];
    if (isOver() || !step) return;
    index += 1;
    takeStep(request, step, steps);
    runFrom();
  };

  const finish = (): void => {
    if (!steps.at(-1)?.stall) request.end();
  };

  runFrom();
  // A client that leaves must not leave a timer behind. An abort clears it at once, so that a test can count the timers
  // after unmount.
  const stop = () => clock.clearTimeout(timer);
  request.signal?.addEventListener('abort', stop, { once: true });
  void request.closed.then(stop);
}

function takeStep(request: MockRequest, step: ScriptStep, steps: readonly ScriptStep[]): void {
  const split = step.splitAt || step.chunkSize ? step : undefined;
  if (step.status !== undefined || step.headers !== undefined) request.respond(readHead(step, steps));
  if (step.comment !== undefined) request.comment(step.comment, split);
  if (step.retry !== undefined) request.retry(step.retry, split);
  if (step.event !== undefined) request.event(step.event, split);
  if (step.text !== undefined) request.text(step.text, split);
  if (step.json !== undefined) request.jsonLine(step.json, split);
  if (step.bytes !== undefined) request.bytes(step.bytes, split);
  if (step.stall) request.stall();
  if (step.end) request.end();
  if (step.drop) request.drop();
  if (step.fail) request.fail(step.fail === true ? undefined : step.fail);
}

/** Reads the response's head. If the step names no content type, it follows from what the script writes. */
function readHead(
  { status, headers }: ScriptStep,
  steps: readonly ScriptStep[],
): { status?: number; headers: Headers } {
  const named = new Headers(headers);
  const type = named.has('content-type') ? undefined : contentTypeOf(steps, status ?? 200);
  if (type) named.set('content-type', type);
  return status === undefined ? { headers: named } : { status, headers: named };
}

/** The content type of what the steps write. Without one, the response gets that of an event stream. */
function contentTypeOf(steps: readonly ScriptStep[], status: number): string | undefined {
  if (steps.some(({ event, comment, retry }) => (event ?? comment ?? retry) !== undefined)) return undefined;
  const first = steps.find(({ text, json, bytes }) => text !== undefined || json !== undefined || bytes !== undefined);
  if (!first) return undefined;
  if (first.text !== undefined) return 'text/plain;charset=utf-8';
  if (first.json === undefined) return 'application/octet-stream';
  return status < 400 ? 'application/x-ndjson' : 'application/json';
}
