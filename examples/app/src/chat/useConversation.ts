import { useState } from 'react';
import type { StreamError } from 'react-streamed';
import { useAnswer } from './useAnswer.ts';

export interface Turn {
  readonly question: string;
  /** What came of the answer; empty until it has ended. */
  readonly answer: string;
  readonly isStopped: boolean;
  readonly error: StreamError | undefined;
}

/** The questions and answers so far. The last answer is the one that streams. */
export function useConversation() {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const answer = useAnswer();

  async function ask(question: string) {
    const index = turns.length;
    setTurns([...turns, { question, answer: '', isStopped: false, error: undefined }]);
    const { data, status, error } = await answer.start({ body: { messages: toMessages(turns, question) } });
    setTurns((turns) => turns.with(index, { question, answer: data, isStopped: status === 'stopped', error }));
  }

  return { turns, answer, ask };
}

function toMessages(turns: readonly Turn[], question: string) {
  const past = turns.flatMap((turn) => [
    { role: 'user', content: turn.question },
    { role: 'assistant', content: turn.answer },
  ]);
  return [...past, { role: 'user', content: question }];
}
