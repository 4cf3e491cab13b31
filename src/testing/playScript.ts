import { systemClock, type Clock } from '../core/platform/clock.ts';
import type { MockRequest } from './MockRequest.ts';
import { createMockStream } from './createMockStream.ts';
import type { MockEvent } from './formatEvent.ts';
import type { MockSplit } from './splitBytes.ts';

/** One step of a script: a pause, then what the server does. A step writes in the order in which the fields stand here. */
export interface ScriptStep extends MockSplit {
  /**
   * How long the server waits before the step, in milliseconds.
   *
   * @default 0
   */
  after?: number | undefined;
  /** Sends the response's head with this status. Without such a step the head goes out with the first thing written. */
  status?: number | undefined;
  /** The headers of the response; with or without `status`. */
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
  /** Holds the connection open: nothing comes any more. */
  stall?: boolean | undefined;
  /** Ends the response. The last step does so by itself, unless it stalls, drops or fails. */
  end?: boolean | undefined;
  /** Breaks the connection. */
  drop?: boolean | undefined;
  /** Fails the request, with this error where it is one. */
  fail?: boolean | Error | undefined;
}

/** How a script is played. */
export interface PlayScriptOptions {
  /**
   * The clock that the pauses run on.
   *
   * @default the platform's own
   */
  clock?: Clock | undefined;
  /**
   * Multiplies every pause; 0 plays the script at once.
   *
   * @default 1
   */
  pace?: number | undefined;
  /**
   * Cuts everything that is written into chunks of so many bytes.
   *
   * @default none: each step is one chunk
   */
  chunkSize?: number | undefined;
}

/** A fetch that plays a script to each request. */
export type ScriptedFetch = typeof globalThis.fetch & {
  /** Every request that was sent, in order. */
  readonly requests: readonly MockRequest[];
};

/**
 * Makes a fetch that answers each request with a timed script. Given several scripts, the first request gets the first
 * one and so on; the last one serves all that follow.
 */
export function playScript(
  script: readonly ScriptStep[] | readonly (readonly ScriptStep[])[],
  options: PlayScriptOptions = {},
): ScriptedFetch {
  const { clock = systemClock, pace = 1, chunkSize } = options;
  const scripts = isList(script) ? script : [script];
  const mock = createMockStream({
    chunkSize,
    answer: (request) => play(request, scripts[Math.min(request.number, scripts.length) - 1] ?? [], clock, pace),
  });
  return Object.assign(mock.fetch, { requests: mock.requests });
}

function isList(
  script: readonly ScriptStep[] | readonly (readonly ScriptStep[])[],
): script is readonly (readonly ScriptStep[])[] {
  return Array.isArray(script[0]);
}

function play(request: MockRequest, steps: readonly ScriptStep[], clock: Clock, pace: number): void {
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
  // A client that has gone leaves no timer behind: at once where it aborts, so that a test can count them after unmount.
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

/** The response's head: its content type follows from what the script writes, where the step names none. */
function readHead(
  { status, headers }: ScriptStep,
  steps: readonly ScriptStep[],
): { status?: number; headers: Headers } {
  const named = new Headers(headers);
  const first = steps.find(({ text, json, bytes }) => text !== undefined || json !== undefined || bytes !== undefined);
  const hasEvents = steps.some(({ event, comment, retry }) => (event ?? comment ?? retry) !== undefined);
  if (!named.has('content-type') && first && !hasEvents) named.set('content-type', contentTypeOf(first, status ?? 200));
  return status === undefined ? { headers: named } : { status, headers: named };
}

function contentTypeOf({ text, json }: ScriptStep, status: number): string {
  if (text !== undefined) return 'text/plain;charset=utf-8';
  if (json === undefined) return 'application/octet-stream';
  return status < 400 ? 'application/x-ndjson' : 'application/json';
}
