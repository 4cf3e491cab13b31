import { memo } from 'react';
import type { SealedText } from 'react-streamed';
import { AnswerText } from './AnswerText.tsx';
import type { Turn } from './useConversation.ts';

interface TurnItemProps {
  turn: Turn;
  /** The part of the answer to show now. */
  answer: SealedText;
  isTyping: boolean;
}

/** A question and its answer. The past ones do not render while the last one types. */
export const TurnItem = memo(function TurnItem({ turn, answer, isTyping }: TurnItemProps) {
  const { text } = answer;
  return (
    <li className="turn">
      <p className="turn-question">
        <span className="visually-hidden">You: </span>
        {turn.question}
      </p>
      {(text || isTyping) && (
        <div className={isTyping ? 'turn-answer is-typing' : 'turn-answer'}>
          <span className="visually-hidden">Answer: </span>
          <AnswerText answer={answer} isTyping={isTyping} />
        </div>
      )}
      {turn.isStopped && !isTyping && (
        <p className="turn-note">{text ? 'Stopped. The answer so far is kept.' : 'Stopped before the first word.'}</p>
      )}
    </li>
  );
});
