import { memo } from 'react';
import { createRoot } from 'react-dom/client';
import Markdown from 'react-markdown';
import { useFetchStream } from 'react-streamed';
import { completeMarkdown, markdown } from 'react-streamed/markdown';
import { Streamdown } from 'streamdown';

const counts = { rows: 0, blocks: 0, frames: 0, long: 0, longest: 0 };

const Row = memo(({ text, isOpen }) => {
  counts.rows++;
  return <Markdown>{isOpen ? completeMarkdown(text) : text}</Markdown>;
});

function Rows({ options }) {
  const { data } = useFetchStream('/answer', { ...options, accumulate: markdown() });
  const { blocks, tail } = data;
  counts.blocks = blocks.length + 1;
  return (tail ? [...blocks, tail] : blocks).map(({ key, text, isOpen }) => (
    <Row key={key} text={text} isOpen={isOpen} />
  ));
}

function InStreamdown({ options }) {
  const { data } = useFetchStream('/answer', options);
  return <Streamdown>{data}</Streamdown>;
}

/** What the machine does by itself: the text arrives, and nothing is rendered. */
function Nothing({ options }) {
  useFetchStream('/answer', { ...options, accumulate: markdown() });
  return null;
}

const candidates = { Nothing, Rows, InStreamdown };

/** A fetch whose response brings pieces of 24 characters, one each 16 milliseconds. */
function streamText(text) {
  let start = 0;
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start: (controller) => {
      const timer = setInterval(() => {
        controller.enqueue(encoder.encode(text.slice(start, start + 24)));
        start += 24;
        if (start < text.length) return;
        clearInterval(timer);
        controller.close();
      }, 16);
    },
  });
  return async () => new Response(body, { headers: { 'content-type': 'text/plain' } });
}

globalThis.run = ({ candidate, text }) =>
  new Promise((resolve) => {
    const Candidate = candidates[candidate];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        counts.long++;
        counts.longest = Math.max(counts.longest, duration);
      }
    }).observe({ type: 'longtask' });
    const countFrame = () => {
      counts.frames++;
      requestAnimationFrame(countFrame);
    };
    requestAnimationFrame(countFrame);
    const onEnd = () => setTimeout(() => resolve(counts), 500);
    const options = { fetch: streamText(text), onEnd };
    // Mounting is not what is measured.
    setTimeout(() =>
      createRoot(document.body.appendChild(document.createElement('main'))).render(<Candidate options={options} />),
    );
  });
