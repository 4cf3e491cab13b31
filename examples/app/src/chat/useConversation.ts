import { useEffect, useState } from 'react';
import type { AnswerData } from './blocksWithSteps.ts';
import { createCuttableFetch } from './createCuttableFetch.ts';
import { readTurns, storeTurns } from './storedTurns.ts';
import { useAnswer } from './useAnswer.ts';

export interface Turn {
  readonly question: string;
  /** What was received of the answer; empty until it has ended. */
  readonly answer: AnswerData;
  readonly isStopped: boolean;
}

const noAnswer: AnswerData = { text: '', blocks: [], tail: '', steps: [] };

/** The questions and answers so far. The last answer is the one that streams. */
export function useConversation() {
  const [turns, setTurns] = useState(readTurns);
  const [line] = useState(createCuttableFetch);
  const answer = useAnswer({
    fetch: line.fetch,
    onEnd: (data) => finish(data, false),
    onStop: (data) => finish(data, true),
  });
  useEffect(() => storeTurns(turns), [turns]);

  /** Keeps an answer that was continued after a reload: nobody waits for its `start`. */
  function finish(data: AnswerData, isStopped: boolean) {
    setTurns((turns) => {
      const last = turns.at(-1);
      return last && !last.answer.text ? turns.with(turns.length - 1, { ...last, answer: data, isStopped }) : turns;
    });
  }

  async function ask(question: string, past = turns) {
    setTurns([...past, { question, answer: noAnswer, isStopped: false }]);
    const { data, status } = await answer.start({ body: { messages: toMessages(past, question) } });
    setTurns((turns) => turns.with(past.length, { question, answer: data, isStopped: status === 'stopped' }));
  }

  /** Asks the last question again, instead of the turn that failed. */
  async function askAgain() {
    const failed = turns.at(-1);
    if (failed) await ask(failed.question, turns.slice(0, -1));
  }

  function clear() {
    answer.reset();
    setTurns([]);
  }

  return { turns, answer, ask, askAgain, clear, cutConnection: line.cut };
}

function toMessages(past: readonly Turn[], question: string) {
  const messages = past.flatMap((turn) => [
    { role: 'user', content: turn.question },
    { role: 'assistant', content: turn.answer.text },
  ]);
  return [...messages.filter(({ content }) => content !== ''), { role: 'user', content: question }];
}
