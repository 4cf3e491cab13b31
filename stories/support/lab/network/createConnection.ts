import { createDelayLine } from './createDelayLine.ts';
import { createSender } from './createSender.ts';
import type { NetworkTools } from './NetworkTools.ts';

/** A request on its way, and its response. */
export interface Connection {
  /** Resolves once the head of the response has come all the way. */
  readonly response: Promise<Response>;
  /** How many bytes the server has written that the network could not take yet. */
  readonly waiting: number;
  /** Breaks the connection for both sides. What is under way is lost. */
  cut(): void;
  /** To be called if the conditions have changed. */
  update(): void;
}

/** What a connection reports. */
export interface ConnectionListener {
  /** A chunk has arrived at the page. */
  onChunk(chunk: Uint8Array): void;
  /** A chunk was lost by chance, and the connection with it. */
  onDrop(): void;
  /** Nothing follows. */
  onClose(): void;
}

/** Sends a request over a simulated network. `send` hands it to the server, which is told by the signal if the page leaves. */
export function createConnection(
  send: (signal: AbortSignal) => Promise<Response>,
  pageSignal: AbortSignal | null | undefined,
  { onChunk, onDrop, onClose, ...tools }: NetworkTools & ConnectionListener,
): Connection {
  const { random, conditions } = tools;
  const server = new AbortController();
  const up = createDelayLine(tools);
  const down = createDelayLine(tools);
  let body: ReadableStreamDefaultController<Uint8Array> | undefined;
  let isOver = false;

  let resolve!: (response: Response) => void;
  let reject!: (reason: unknown) => void;
  const response = new Promise<Response>((...settlers) => {
    [resolve, reject] = settlers;
  });
  const close = () => {
    isOver = true;
    pageSignal?.removeEventListener('abort', leave);
    up.close();
    down.close();
    sender.close();
    onClose();
  };
  const fail = (reason: unknown) => {
    if (isOver) return;
    close();
    server.abort();
    reject(reason);
    body?.error(reason);
  };
  const cut = () => fail(new TypeError('network error'));
  const leave = () => fail(pageSignal?.reason);

  const sender = createSender(tools, {
    onChunk: (chunk) => {
      const luck = random();
      down.send(() => {
        if (luck * 100 < conditions().dropRate) {
          onDrop();
          cut();
          return;
        }
        onChunk(chunk);
        body?.enqueue(chunk);
      });
    },
    onEnd: () =>
      down.send(() => {
        close();
        body?.close();
      }),
  });

  const sendHead = ({ status, headers }: Response) => {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        body = controller;
      },
      cancel: leave,
    });
    down.send(() => resolve(new Response(status === 204 ? null : stream, { status, headers })));
  };
  const forward = async () => {
    try {
      const answer = await send(server.signal);
      if (isOver) return;
      sendHead(answer);
      const reader = answer.body?.getReader();
      for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) sender.send(step.value);
      if (!isOver) sender.end();
    } catch {
      if (!isOver) down.send(cut);
    }
  };

  pageSignal?.addEventListener('abort', leave);
  up.send(() => void forward());
  return {
    response,
    get waiting() {
      return sender.waiting;
    },
    cut,
    update: () => {
      up.update();
      sender.update();
      down.update();
    },
  };
}
