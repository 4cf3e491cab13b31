import { memo } from 'react';
import type { Turn } from './useConversation.ts';

interface TurnItemProps {
  turn: Turn;
  /** The part of the answer to show now. */
  answer: string;
  isTyping: boolean;
}

/** A question and its answer. The past ones do not render while the last one types. */
export const TurnItem = memo(function TurnItem({ turn, answer, isTyping }: TurnItemProps) {
  return (
    <li className="turn">
      <p className="turn-question">
        <span className="visually-hidden">You: </span>
        {turn.question}
      </p>
      {(answer || isTyping) && (
        <div className={isTyping ? 'turn-answer is-typing' : 'turn-answer'}>
          <span className="visually-hidden">Answer: </span>
          {answer}
        </div>
      )}
      {turn.isStopped && !isTyping && (
        <p className="turn-note">{answer ? 'Stopped. What came by then is kept.' : 'Stopped before the first word.'}</p>
      )}
    </li>
  );
});
