import { createFetchStream, list, type FetchStreamStore, type StreamFormat } from 'react-streamed/core';
import { resumable, type ResumeStorage } from 'react-streamed/resume';
import { isEndMark, requestOf } from './randomAnswer.ts';

/** What happens to a page in the middle of a call of one of the user's functions. */
export interface Interruption {
  readonly how: 'hide' | 'reload' | 'tab' | 'stop';
  /** After how many further calls it happens. */
  readonly after: number;
}

/** An answer, and what happens while it is received. */
export interface InterruptedAnswer {
  readonly url: string;
  readonly as: StreamFormat;
  readonly from: 'position' | 'start';
  readonly storage: ResumeStorage;
  readonly interruptions: readonly Interruption[];
}

/** Creates a stream of any format, whose data the test knows. */
const createStream = createFetchStream as (url: string, options: object) => FetchStreamStore<readonly unknown[]>;

/** Lets the events of the page and of the network have their turn. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Receives an answer in a page that is hidden, reloaded, stopped or opened a second time on the way. */
export function openInterruptedAnswer({ url, as, from, storage, interruptions }: InterruptedAnswer) {
  const counts = { hide: 0, reload: 0, tab: 0, stop: 0, cancel: 0, start: 0 };
  const tabs: ReturnType<typeof openTab>[] = [];
  const waiting = [...interruptions];
  let callsToGo = waiting[0]?.after ?? Infinity;

  /** Returns what happens in this call of a user's function, if anything does. */
  const nextInterruption = () => {
    callsToGo -= 1;
    if (callsToGo >= 0) return undefined;
    const next = waiting.shift();
    callsToGo = waiting[0]?.after ?? Infinity;
    return next?.how;
  };

  function openTab() {
    let items: unknown[] = [];
    let phase: 'shown' | 'hidden' | 'returning' | 'gone' = 'shown';
    let isStopped = false;
    /** Whether an item was in the data, but not called back, when the page was left. */
    let hasMissedItem = false;

    const comeBack = async (how: 'hide' | 'reload') => {
      await nextTurn();
      if (how === 'reload') {
        phase = 'gone';
        tabs[tabs.indexOf(tab)] = openTab();
        return;
      }
      phase = 'returning';
      detach = stream.attach('passive');
      await startIfIdle();
    };
    /** Asks again if the page was left before the id was known, because nobody can continue then. */
    const startIfIdle = async () => {
      await nextTurn();
      if (phase === 'hidden' || phase === 'gone') return;
      phase = 'shown';
      const { isStreaming, status } = stream.getSnapshot();
      if (isStopped || isStreaming || status === 'done') return;
      items = [];
      counts.start += 1;
      void stream.start();
    };
    const call = (place: 'publication' | 'function') => {
      if (isStopped || phase === 'hidden' || phase === 'gone') return;
      const how = nextInterruption();
      if (!how) return;
      counts[how] += 1;
      if (how === 'tab') {
        tabs.push(openTab());
        return;
      }
      hasMissedItem ||= place === 'publication';
      if (how === 'stop') {
        isStopped = true;
        stream.stop();
        return;
      }
      phase = 'hidden';
      detach();
      void comeBack(how);
    };
    const during = <Result>(result: Result): Result => {
      call('function');
      return result;
    };

    const isWhole = as !== 'text' && as !== 'bytes';
    const stream = createStream(url, {
      as,
      method: 'POST',
      enabled: false,
      key: 'answer',
      throttle: 'none',
      accumulate: list(),
      until: isWhole ? (raw: unknown) => during(isEndMark(raw)) : undefined,
      select: (item: unknown) => during(item),
      onOpen: () => call('function'),
      onItem: (item: unknown) => during(items.push(item)),
      resume: resumable({
        id: (response) => during(response.headers.get('x-answer')),
        request: (position) => during(requestOf(url)(position)),
        cancel: () => {
          counts.cancel += 1;
          return undefined;
        },
        from,
        storage,
        retry: { initialDelay: 0, maxAttempts: 8 },
      }),
    });
    const unsubscribe = stream.subscribe(() => call('publication'));
    let detach = stream.attach('passive');
    phase = 'returning';
    const tab = {
      end: () => {
        const { status, data, error } = stream.getSnapshot();
        return { status, data, error, items: hasMissedItem ? undefined : items };
      },
      isOver: () => phase === 'shown' && !stream.getSnapshot().isStreaming,
      close: () => {
        phase = 'gone';
        unsubscribe();
        detach();
      },
    };
    void startIfIdle();
    return tab;
  }

  tabs.push(openTab());
  return {
    counts,
    /** Waits until the answer has ended in all tabs, and returns how. */
    async end() {
      while (!tabs.every((tab) => tab.isOver())) await nextTurn();
      for (const tab of tabs) tab.close();
      return tabs.map((tab) => tab.end());
    },
  };
}
