import { memo } from 'react';
import { describeError } from './describeError.ts';
import { PartView } from './PartView.tsx';
import type { Turn } from './useConversation.ts';

interface TurnItemProps {
  readonly turn: Turn;
  readonly isAnswering: boolean;
  /** Called with text for the live region of the page. */
  onAnnounce(text: string): void;
  /** Called if the reader wants another answer. */
  onAskAgain?: (() => void) | undefined;
}

/** A question and its answer. Earlier ones do not render while the last one streams. */
export const TurnItem = memo(function TurnItem({ turn, isAnswering, onAnnounce, onAskAgain }: TurnItemProps) {
  return (
    <li>
      <p className="chat-question">
        <span className="visually-hidden">You: </span>
        {turn.question}
      </p>
      <div className="chat-answer" aria-busy={isAnswering}>
        {turn.answers.map(({ parts }, answerIndex) =>
          parts.map((part, partIndex) => (
            <PartView
              // Parts stay in the order in which they began.
              key={`${answerIndex} ${partIndex}`}
              part={part}
              result={part.type === 'tool' ? turn.results[part.id] : undefined}
              isStreaming={part.type !== 'source' && part.isOpen && isAnswering}
              onAnnounce={onAnnounce}
            />
          )),
        )}
      </div>
      {turn.isStopped && <p className="chat-note">Stopped</p>}
      {turn.error && (
        <p className="chat-note is-bad" role="alert">
          {describeError(turn.error)} The text received before is kept.
        </p>
      )}
      {onAskAgain && (
        <button type="button" onClick={onAskAgain}>
          Ask again
        </button>
      )}
    </li>
  );
});
