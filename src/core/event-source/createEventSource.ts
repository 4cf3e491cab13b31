import type { Accumulator, DataOf, DefaultAccumulator } from '../items/accumulators/Accumulator.ts';
import { latest } from '../items/accumulators/latest.ts';
import type { ShownData } from '../items/createStreamData.ts';
import type { EventParser, ParsedItem } from '../items/parseItem.ts';
import { callSafely } from '../platform/callSafely.ts';
import { describeRequest } from '../request/buildRequest.ts';
import { requestRegistry } from '../request/createRequestRegistry.ts';
import { maySend } from '../request/isEnabled.ts';
import type { StreamUrl } from '../request/RequestOptions.ts';
import { shareKeyOf } from '../request/shareKey.ts';
import type { SharedRun } from '../request/Sharing.ts';
import { StreamError } from '../StreamError.ts';
import { createStreamBase, type StreamBase } from '../stream/createStreamBase.ts';
import { createEventSourceRequest } from './createEventSourceRequest.ts';
import type { CheckedEventSourceOptions, CloseReason, EventSourceOptions } from './EventSourceOptions.ts';
import type { EventSourceSnapshot, EventSourceState, EventSourceStore } from './EventSourceStore.ts';
import { reconnectionPolicy } from './reconnectionPolicy.ts';

/**
 * Creates a source of server-sent events that does nothing until it is opened.
 *
 * @param url - a URL, a function that answers one or a stream of bytes for each attempt, or `null`, with which the source
 *   stays idle.
 */
export function createEventSource<
  const Parser extends EventParser = EventParser,
  Value = ParsedItem<Parser>,
  Acc extends Accumulator<never, unknown> = DefaultAccumulator<Value>,
>(
  url: StreamUrl,
  options: CheckedEventSourceOptions<Parser, Value, Acc> = {},
): EventSourceStore<DataOf<Acc, Value>, EventSourceOptions<Parser, Value, Acc, DataOf<Acc, Value>>> {
  type Data = DataOf<Acc, Value>;
  type Settings = EventSourceOptions<Parser, Value, Acc, Data> & { url: StreamUrl };
  const defaultAccumulator = latest();
  const stream: StreamBase<Settings, EventSourceState, EventSourceSnapshot<Data>, SharedRun> = createStreamBase({
    initialSettings: { ...options, url },
    defaultAccumulator: () => defaultAccumulator,
    initialState: {
      status: 'idle',
      lastEventId: options.initialLastEventId ?? '',
      error: undefined,
      reconnection: undefined,
      response: undefined,
    },
    compose: (state, shown) => ({ ...state, ...(shown as ShownData & { data: Data }) }),
    resume: connect,
    interrupt: () => {
      end();
      return Boolean(reconnectionPolicy(settings()));
    },
    stop: close,
  });
  const { autoStart, settings, snapshots } = stream;

  /** Ends the run without calling back. */
  function end(error?: StreamError) {
    stream.endRun(() => {
      snapshots.endData();
      // The accumulator may have opened the source again.
      if (!stream.run()) stream.show({ status: error ? 'error' : 'closed', error });
    });
  }
  function finish(reason: CloseReason, error?: StreamError) {
    const isNormalEnd = reason !== 'close' && reason !== 'error';
    if (isNormalEnd) snapshots.forgetPrevious();
    end(error);
    if (error) callSafely(settings().onError, error, { willReconnect: false, delay: undefined });
    callSafely(settings().onClose, reason);
  }
  function close() {
    autoStart.stopByHand();
    if (stream.run()) finish('close');
  }
  function connect() {
    const source = settings();
    if (!maySend(source)) return;
    const key = shareKeyOf(source);
    if (source.share && !key) {
      const says = '`share: true` needs a `key` if the URL, body or headers cannot be compared.';
      finish('error', new StreamError('request', says, describeRequest(source)));
      return;
    }
    const request = requestRegistry.find(stream.clock, key);
    const isCurrent = stream.beginRun({ stop: () => request.leave(member), restart: request.restart });
    const member = createEventSourceRequest({ stream, isCurrent, finish });
    request.join(member);
  }

  return {
    ...stream.store,
    refuse: (error) => {
      autoStart.stopByHand();
      finish('error', error);
    },
    open: () =>
      autoStart.startByHand(() => {
        if (stream.run()) return;
        snapshots.resetCount();
        connect();
      }),
    close,
    reconnect: () =>
      autoStart.startByHand(() => {
        const run = stream.run();
        if (run) run.restart();
        else connect();
      }),
    clear: () => {
      snapshots.clear();
      snapshots.show({});
    },
  };
}
