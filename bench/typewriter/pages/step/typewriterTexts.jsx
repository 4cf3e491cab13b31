import { memo, useEffect, useState } from 'react';
import { useTypewriter } from 'react-streamed';

const wrapped = { whiteSpace: 'pre-wrap' };

const Row = memo(function Row({ text }) {
  return <div>{text}</div>;
});

/** Shows a text at once, and types what a frame adds to it from when `onReady`'s answer is called. */
function useGrowingText({ shown, pieces, eachFrame, onReady }) {
  const [text, setText] = useState(shown);
  useEffect(() => {
    onReady(() => eachFrame((step) => setText((text) => text + pieces[step])));
  }, [pieces, eachFrame, onReady]);
  return useTypewriter(text, { isStreaming: true, initial: 'show', reducedMotion: 'ignore' });
}

export function TypewriterBlocks(props) {
  const { blocks, tail } = useGrowingText(props);
  return (
    <div style={wrapped}>
      {blocks.map((block, index) => (
        <Row key={index} text={block} />
      ))}
      <div>{tail}</div>
    </div>
  );
}

export function TypewriterText(props) {
  return <pre style={wrapped}>{useGrowingText(props).text}</pre>;
}
