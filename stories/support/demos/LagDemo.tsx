import { useState } from 'react';
import { useFetchStream, useTypewriter } from 'react-streamed';
import type { ServerSettings } from '../server/createMockServer.ts';
import { DemoCard } from './DemoCard.tsx';
import { LagChart } from '../charts/LagChart.tsx';
import type { TypewriterDemoProps } from './TypewriterDemo.tsx';
import { useLagSamples } from '../charts/useLagSamples.ts';
import { useMockServer } from '../server/useMockServer.ts';
import { writeWords } from '../server/writeItems.ts';

type LagDemoProps = ServerSettings & Omit<TypewriterDemoProps, 'text' | 'isStreaming'>;

/** `useTypewriter` on an answer that arrives in bursts, and a picture of how far it is behind. */
export function LagDemo({ delay, burst, dropRate, chunkSize, error, ...options }: LagDemoProps) {
  const fetch = useMockServer(writeWords, { delay, burst, dropRate, chunkSize, error });
  const { data, isStreaming, start } = useFetchStream('/answer', { fetch });
  const typewriter = useTypewriter(data, { ...options, isStreaming });
  const { text, isTyping, announcement, skip, pause, resume } = typewriter;
  const samples = useLagSamples(data.length, text.length, isTyping);
  const [isPaused, setIsPaused] = useState(false);
  const togglePause = () => {
    (isPaused ? resume : pause)();
    setIsPaused(!isPaused);
  };
  return (
    <DemoCard
      label="Lag"
      status={!isTyping ? 'complete' : isPaused ? 'paused' : 'typing'}
      announcement={announcement}
      actions={[
        { label: 'Again', onClick: () => void start() },
        { label: isPaused ? 'Resume' : 'Pause', onClick: togglePause, disabled: !isTyping },
        { label: 'Skip', onClick: skip, disabled: !isTyping },
      ]}
    >
      <LagChart samples={samples} maxLag={options.maxLag ?? 600} />
      <p className="output" aria-hidden="true">
        {text}
      </p>
    </DemoCard>
  );
}
