import { memo } from 'react';
import type { Part } from 'react-streamed/providers';

/** What the model did before it wrote: it thought, or called a tool. */
export const AnswerStep = memo(function AnswerStep({ part }: { part: Part }) {
  if (part.type === 'reasoning') {
    return (
      <details className="turn-step">
        <summary>Thoughts</summary>
        <p>{part.text}</p>
      </details>
    );
  }
  if (part.type === 'tool') {
    return (
      <p className="turn-step">
        Called {part.name} with <code>{part.inputText}</code>
      </p>
    );
  }
  return null;
});
