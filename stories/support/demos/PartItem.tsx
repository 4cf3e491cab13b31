import { memo } from 'react';
import type { Part, ToolPart } from 'react-streamed/providers';

/** A part of an answer. One that is closed does not render again. */
export const PartItem = memo(function PartItem({ part }: { readonly part: Part }) {
  switch (part.type) {
    case 'text':
      return <p className="output">{part.text}</p>;
    case 'reasoning':
      return (
        // Open while the model thinks, and folded when it writes. React sets the attribute again only when that changes.
        <details className="note note--calm" open={part.isOpen}>
          <summary>{part.isOpen ? 'Thinking' : 'Thoughts'}</summary>
          <p>{part.text}</p>
        </details>
      );
    case 'tool':
      return (
        <p className="note note--calm">
          {part.isOpen ? 'Calling' : 'Called'} {part.name}: <code>{writeInput(part)}</code>
        </p>
      );
    case 'source':
      return (
        <p>
          Source: <a href={part.url}>{part.title ?? part.url}</a>
        </p>
      );
  }
});

/** The input as the model writes it, and without its escapes once it is finished. */
function writeInput({ input, inputText }: ToolPart): string {
  return input === undefined ? inputText : JSON.stringify(input);
}
