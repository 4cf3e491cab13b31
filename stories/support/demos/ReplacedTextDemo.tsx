import { useState } from 'react';
import { ActionButton } from './ActionButton.tsx';
import { TypewriterDemo, type TypewriterDemoProps } from './TypewriterDemo.tsx';

const beginning = 'A stream is a response';
const endings = ['that arrives in pieces.', 'that takes its time.'] as const;

/** `onReplace` decides what happens to a text that does not continue the one before it. */
export function ReplacedTextDemo(props: Omit<TypewriterDemoProps, 'text'>) {
  const [ending, setEnding] = useState<string>(endings[0]);
  const replace = () => setEnding(ending === endings[0] ? endings[1] : endings[0]);
  return (
    <>
      <TypewriterDemo {...props} text={`${beginning} ${ending}`} />
      <ActionButton label="Replace the ending" onClick={replace} />
    </>
  );
}
