import { memo, useEffect, useState } from 'react';
import { blocks, concat, useEventSource, useFetchStream } from 'react-streamed';
import { useEnd } from './useEnd.js';

const wrapped = { whiteSpace: 'pre-wrap' };
const isDone = ({ data }) => data === '[DONE]';
const text = concat();
const paragraphs = blocks();

export function EventSourceText({ url, onEnd }) {
  const { data, status } = useEventSource(url, { until: isDone, accumulate: text });
  useEnd(status === 'closed', onEnd);
  return <pre style={wrapped}>{data}</pre>;
}

export function FetchStreamText({ url, onEnd }) {
  const { data, status } = useFetchStream(url, { as: 'events', until: isDone, accumulate: text });
  useEnd(status === 'done', onEnd);
  return <pre style={wrapped}>{data}</pre>;
}

const Row = memo(function Row({ text }) {
  return <div>{text}</div>;
});

export function Blocks({ url, onEnd }) {
  const { data, status } = useFetchStream(url, { as: 'events', until: isDone, accumulate: paragraphs });
  useEnd(status === 'done', onEnd);
  return (
    <pre style={wrapped}>
      {data.blocks.map((block, index) => (
        <Row key={index} text={block} />
      ))}
      <div>{data.tail}</div>
    </pre>
  );
}

/** What is often written: the same reading as by hand, and a `setState` for each event. */
export function SetStateText({ url, onEnd }) {
  const [text, setText] = useState('');
  useEffect(() => {
    const controller = new AbortController();
    const read = async () => {
      const response = await fetch(url, { signal: controller.signal });
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let rest = '';
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        const events = (rest + value).split('\n\n');
        rest = events.pop();
        for (const event of events) {
          const data = event.slice(6).replaceAll('\ndata: ', '\n');
          if (data !== '[DONE]') setText((text) => text + data);
        }
      }
      onEnd();
    };
    void read().catch(() => {});
    return () => controller.abort();
  }, [url, onEnd]);
  return <pre style={wrapped}>{text}</pre>;
}
