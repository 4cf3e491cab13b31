import { useEffect, useRef, useState } from 'react';
import { useFetchStream } from 'react-streamed';
import { openAiChatParts, type AnswerParts } from 'react-streamed/providers';
import { runTools } from './runTools.ts';
import { toMessages } from './toMessages.ts';
import { toolDefinitions } from './tools.ts';

/** A question, its answers and the tools that ran for them. */
export interface Turn {
  readonly id: number;
  readonly question: string;
  /** One answer for each request. All but the last one called tools. */
  readonly answers: readonly AnswerParts[];
  /** What the tools returned, as JSON, by the id of the call. */
  readonly results: Readonly<Record<string, string>>;
  readonly isStopped: boolean;
  readonly error: Error | undefined;
}

/** A model that calls tools forever costs money forever. */
const maxRequests = 5;

/** A conversation in which the page runs the tools: a question takes as many requests as the model asks for. */
export function useConversation() {
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const [isAnswering, setIsAnswering] = useState(false);
  const [isDrafting, setIsDrafting] = useState(false);
  const runRef = useRef<AbortController>(undefined);
  const nextId = useRef(0);
  const { data, start, stop } = useFetchStream('/api/chat', { ...openAiChatParts, enabled: false });
  // A tool must not run on after the page has left.
  useEffect(() => () => runRef.current?.abort(), []);

  async function ask(question: string, past = turns) {
    const run = new AbortController();
    runRef.current = run;
    const id = nextId.current++;
    let turn: Turn = { id, question, answers: [], results: {}, isStopped: false, error: undefined };
    const update = (change: Partial<Turn>) => {
      turn = { ...turn, ...change };
      setTurns([...past, turn]);
    };

    update({});
    setIsAnswering(true);
    for (let requests = 0; requests < maxRequests; requests += 1) {
      setIsDrafting(true);
      const messages = toMessages([...past, turn]);
      const answer = await start({ body: { model: 'gpt-5-mini', stream: true, messages, tools: toolDefinitions } });
      update({
        answers: [...turn.answers, answer.data],
        isStopped: answer.status === 'stopped',
        error: answer.error,
      });
      setIsDrafting(false);
      if (answer.status !== 'done' || answer.data.finishReason !== 'tool_calls') break;

      const results = await runTools(answer.data, run.signal);
      update({ results: { ...turn.results, ...results }, isStopped: run.signal.aborted });
      if (run.signal.aborted) break;
    }
    setIsAnswering(false);
  }

  const last = turns.at(-1);
  // The answer in progress is part of its turn from the beginning, so it keeps its elements when it ends.
  const withDraft = (turn: Turn) => (turn === last ? { ...turn, answers: [...turn.answers, data] } : turn);
  return {
    turns: isDrafting ? turns.map(withDraft) : turns,
    isAnswering,
    ask: (question: string) => ask(question),
    /** Asks the last question again, and removes its answer. */
    askAgain: () => {
      if (last) void ask(last.question, turns.slice(0, -1));
    },
    /** Stops the answer or the tools that run. */
    stop: () => {
      runRef.current?.abort();
      stop();
    },
  };
}
