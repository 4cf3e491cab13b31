/** What a reader of the answer has seen so far. */
export interface Seen {
  readonly text: string;
  readonly status: string;
  /** How often React committed the component that shows the text. */
  readonly renders: number;
}

/** Notes what one client shows. Its component does not know of it. */
export interface Recorder {
  /** The name of the client. */
  readonly client: string;
  /** Called for each commit. */
  countRender(text: string, status: string): void;
  /** Registers what a click on Send would do. Returns a function that takes it back. */
  onSend(send: () => void): () => void;
  /** Sends the question as soon as the client has registered how. */
  send(): Promise<void>;
  read(): Seen;
  /** Waits for a commit after which `isReached` is true. */
  waitFor(isReached: (seen: Seen) => boolean): Promise<void>;
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

export function createRecorder(client: string): Recorder {
  let seen: Seen = { text: '', status: 'connecting', renders: 0 };
  let send: (() => void) | undefined;
  const listeners = new Set<() => void>();
  const tellListeners = () => listeners.forEach((listener) => listener());
  const waitFor = (isReached: (seen: Seen) => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!isReached(seen)) return;
        listeners.delete(check);
        resolve();
      };
      listeners.add(check);
      check();
    });
  return {
    client,
    countRender(text, status) {
      seen = { text, status, renders: seen.renders + 1 };
      tellListeners();
    },
    onSend(next) {
      send = next;
      tellListeners();
      return () => {
        send = undefined;
      };
    },
    async send() {
      await waitFor(() => send !== undefined);
      // StrictMode has mounted the component again by then.
      await nextFrame();
      send?.();
    },
    read: () => seen,
    waitFor,
  };
}
