import { useFetchStream, useTypewriter } from 'react-streamed';
import { LagChart } from '../charts/LagChart.tsx';
import { useLagSamples } from '../charts/useLagSamples.ts';
import type { ServerSettings } from '../server/createMockServer.ts';
import { useMockServer } from '../server/useMockServer.ts';
import { writeWords } from '../server/writeItems.ts';
import { DemoCard } from './DemoCard.tsx';
import { streamActions } from './streamActions.ts';
import { TypedText } from './TypedText.tsx';
import type { TypewriterDemoProps } from './TypewriterDemo.tsx';
import { usePause } from './usePause.ts';
import { writeTypingStatus } from './writeTypingStatus.ts';

type LagDemoProps = ServerSettings & Omit<TypewriterDemoProps, 'text' | 'isStreaming'>;

/** `useTypewriter` on an answer that arrives in bursts, and a picture of how far it is behind. */
export function LagDemo({ delay, burst, dropRate, chunkSize, failure, ...options }: LagDemoProps) {
  const fetch = useMockServer(writeWords, { delay, burst, dropRate, chunkSize, failure });
  const stream = useFetchStream('/answer', { fetch });
  const { data, isStreaming } = stream;
  const typewriter = useTypewriter(data, { ...options, isStreaming });
  const { text, isTyping, announcement, skip } = typewriter;
  const samples = useLagSamples(data.length, text.length, isTyping);
  const { isPaused, action } = usePause(typewriter);
  return (
    <DemoCard
      label="Lag"
      status={writeTypingStatus(isTyping, isPaused || options.paused === true)}
      announcement={announcement}
      actions={[...streamActions(stream), action, { label: 'Skip', onClick: skip, disabled: !isTyping }]}
    >
      <LagChart samples={samples} maxLag={options.maxLag ?? 600} />
      <TypedText text={text} isTyping={isTyping} />
    </DemoCard>
  );
}
