import { memo } from 'react';
import type { SealedText } from 'react-streamed';
import type { Part } from 'react-streamed/providers';
import { AnswerStep } from './AnswerStep.tsx';
import { AnswerText } from './AnswerText.tsx';
import type { Turn } from './useConversation.ts';

interface TurnItemProps {
  turn: Turn;
  /** The part of the answer to show now. */
  answer: SealedText;
  /** What the model did before it wrote. */
  steps: readonly Part[];
  isTyping: boolean;
}

/** A question and its answer. The past ones do not render while the last one types. */
export const TurnItem = memo(function TurnItem({ turn, answer, steps, isTyping }: TurnItemProps) {
  const { text } = answer;
  return (
    <li className="turn">
      <p className="turn-question">
        <span className="visually-hidden">You: </span>
        {turn.question}
      </p>
      {steps.map((part, index) => (
        <AnswerStep key={index} part={part} />
      ))}
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
