import { useLayoutEffect } from 'react';
import { reduce, useEventSource } from 'react-streamed';
import type { EventSourceOptions, ServerSentEvent } from 'react-streamed/core';
import { sourceActions } from '../demos/sourceActions.ts';
import { useCountdown } from '../demos/useCountdown.ts';
import { LabFrame } from './LabFrame.tsx';
import { maxEventSize } from './maxEventSize.ts';
import { useLab, type LabSettings } from './useLab.ts';
import type { LabItem } from './writeEvents.ts';

interface EventSourceLabProps
  extends LabSettings, Pick<EventSourceOptions, 'reconnect' | 'idleTimeout' | 'connectTimeout' | 'throttle'> {
  /** The url of the feed. */
  url: string;
}

interface Captions {
  /** The latest ones. */
  readonly lines: readonly string[];
  /** How many characters all of them have. */
  readonly characters: number;
}

const mostLines = 8;
const noCaptions: Captions = { lines: [], characters: 0 };

const parse = ({ data }: ServerSentEvent) => JSON.parse(data) as LabItem;
const isEnd = ({ data }: ServerSentEvent) => data === '[DONE]';
const findError = ({ error }: LabItem) => error;
const addLine = ({ lines, characters }: Captions, { text = '' }: LabItem): Captions => ({
  lines: [...lines.slice(1 - mostLines), text],
  characters: characters + text.length,
});

/** `useEventSource` on captions that never end, over a network that you shape and break. */
export function EventSourceLab({ url, network, seed, ...options }: EventSourceLabProps) {
  const { lab, key } = useLab('useEventSource', { network, seed });
  const source = useEventSource(url, {
    ...options,
    key,
    fetch: lab.fetch,
    headers: lab.readHeaders,
    maxEventSize,
    parse,
    until: isEnd,
    requireUntil: true,
    fail: findError,
    accumulate: reduce(addLine, noCaptions),
    onEvent: ({ text = '' }) => lab.receive(text),
    onParseError: lab.leaveOut,
    onError: (error, { willReconnect }) => {
      if (!willReconnect) lab.fail(error);
    },
  });
  const { data, status, lastEventId, reconnection, reconnect } = source;
  const seconds = useCountdown(reconnection?.at, reconnection?.delay);
  useLayoutEffect(() => lab.recording.setShown(data.characters), [lab, data.characters]);
  const attempt = reconnection && `${reconnection.attempt}, ${seconds > 0 ? `in ${seconds} s` : 'under way'}`;
  return (
    <LabFrame
      lab={lab}
      network={network}
      status={status}
      facts={{ Retry: attempt ?? 'none', 'Last ID': lastEventId || 'none' }}
      actions={sourceActions(source)}
      begin={reconnect}
    >
      <p className="output">{data.lines.join('')}</p>
    </LabFrame>
  );
}
