import { useCallback, useLayoutEffect } from 'react';
import { concat, useFetchStream, useTypewriter } from 'react-streamed';
import type { FetchStreamOptions, ServerSentEvent } from 'react-streamed/core';
import { streamActions } from '../demos/streamActions.ts';
import { TypedText } from '../demos/TypedText.tsx';
import { LabFrame } from './LabFrame.tsx';
import { maxEventSize } from './maxEventSize.ts';
import { useLab, type LabSettings } from './useLab.ts';
import type { LabItem } from './writeEvents.ts';

interface FetchStreamLabProps
  extends LabSettings, Pick<FetchStreamOptions, 'retry' | 'idleTimeout' | 'connectTimeout' | 'throttle'> {
  /** The url of the answer. */
  url: string;
}

const body = { prompt: 'What is a stream?' };
const parse = ({ data }: ServerSentEvent) => JSON.parse(data) as LabItem;
const isEnd = ({ data }: ServerSentEvent) => data === '[DONE]';
const findError = ({ error }: LabItem) => error;
const readText = ({ text }: LabItem) => text;

/** `useFetchStream` and `useTypewriter` on an answer, over a network that you shape and break. */
export function FetchStreamLab({ url, network, seed, ...options }: FetchStreamLabProps) {
  const { lab, key } = useLab('useFetchStream', { network, seed });
  const stream = useFetchStream(url, {
    ...options,
    key,
    body,
    fetch: lab.fetch,
    headers: lab.readHeaders,
    as: 'events',
    maxEventSize,
    parse,
    until: isEnd,
    requireUntil: true,
    fail: findError,
    select: readText,
    accumulate: concat(),
    onItem: ({ text = '' }) => lab.receive(text),
    onError: lab.fail,
    onEnd: lab.complete,
  });
  const { data, status, isStreaming, start } = stream;
  const { text, isTyping } = useTypewriter(data, { isStreaming });
  useLayoutEffect(() => lab.recording.setShown(text.length), [lab, text.length]);
  const begin = useCallback(() => void start(), [start]);
  return (
    <LabFrame
      lab={lab}
      network={network}
      status={status}
      facts={{ Waiting: `${data.length - text.length} characters` }}
      actions={streamActions(stream)}
      begin={begin}
    >
      <TypedText text={text} isTyping={isTyping} />
    </LabFrame>
  );
}
