import { memo, useEffect, useState } from 'react';
import { blocks, concat, useEventSource, useFetchStream } from 'react-streamed';
import { useEnd } from './useEnd.js';
import { readByHand } from './readByHand.js';

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

/** A row that is not laid out before it comes into view. Without a size it would have none, and all rows be in view at first. */
const LazyRow = memo(function LazyRow({ text }) {
  return <div style={{ contentVisibility: 'auto', containIntrinsicSize: 'auto 8em' }}>{text}</div>;
});

function showBlocks(Row) {
  return function Blocks({ url, onEnd }) {
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
  };
}

export const Blocks = showBlocks(Row);
export const LazyBlocks = showBlocks(LazyRow);

/** The least that rows can cost: the same rows, of what is read by hand. */
export function RowsByHand({ url, length, onEnd }) {
  const [text, setText] = useState('');
  useEffect(() => void readByHand(url, setText), [url]);
  useEnd(text.length === length, onEnd);
  return (
    <pre style={wrapped}>
      {text.split(/(?<=\n\n)/).map((block, index) => (
        <LazyRow key={index} text={block} />
      ))}
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
