import { memo } from 'react';
import type { Part } from 'react-streamed/providers';
import { MarkdownText } from './MarkdownText.tsx';

interface PartViewProps {
  readonly part: Part;
  /** What the tool returned, as JSON. */
  readonly result: string | undefined;
  /** Whether the part is still growing. */
  readonly isStreaming: boolean;
  onAnnounce(text: string): void;
}

/** A part of an answer: its text, the reasoning of the model, a call of a tool, or a source. */
export const PartView = memo(function PartView({ part, result, isStreaming, onAnnounce }: PartViewProps) {
  switch (part.type) {
    case 'text':
      return <MarkdownText text={part.text} isStreaming={isStreaming} onAnnounce={onAnnounce} />;
    case 'reasoning':
      return (
        <details className="chat-step">
          <summary>{isStreaming ? 'Thinking…' : 'Thoughts'}</summary>
          <p>{part.text}</p>
        </details>
      );
    case 'tool':
      return (
        <dl className="chat-step">
          <dt>{part.name}</dt>
          <dd>
            <code>{part.inputText}</code>
          </dd>
          {result && (
            <>
              <dt>Result</dt>
              <dd>
                <code>{result}</code>
              </dd>
            </>
          )}
        </dl>
      );
    case 'source':
      return <a href={part.url}>{part.title ?? part.url}</a>;
  }
});
