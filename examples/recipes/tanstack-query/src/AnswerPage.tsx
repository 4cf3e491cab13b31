import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useState, type SubmitEvent } from 'react';
import { AnswerView } from './AnswerView.tsx';
import { answerTo } from './answerTo.ts';
import { useEscapeKey } from './useEscapeKey.ts';

const suggestions = ['What is a stream?', 'Why is a cache useful?', 'Break the connection'];

export function AnswerPage() {
  const client = useQueryClient();
  const [questions, setQuestions] = useState<readonly string[]>(suggestions);
  const [question, setQuestion] = useState('');
  const { queryKey } = answerTo(question);
  const isStreaming = useIsFetching({ queryKey }) > 0;

  // The text received so far stays in the cache.
  const stop = () => void client.cancelQueries({ queryKey });
  useEscapeKey(isStreaming, stop);

  // Ask and Stop are one button, so that it keeps the focus.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isStreaming) return stop();
    const asked = String(new FormData(event.currentTarget).get('question')).trim();
    event.currentTarget.reset();
    setQuestion(asked);
    setQuestions([...new Set([...questions, asked])]);
  }

  return (
    <main className="recipe cached-answers">
      <header>
        <h1>Cached answers</h1>
        <p>Each answer streams into the cache of TanStack Query, and is requested once</p>
      </header>
      <form className="answer-form" onSubmit={submit}>
        <input
          name="question"
          aria-label="Question"
          placeholder="Ask something…"
          pattern=".*\S.*"
          required={!isStreaming}
        />
        <button className="is-primary">{isStreaming ? 'Stop' : 'Ask'}</button>
      </form>
      <ul className="answer-history" aria-label="Questions">
        {questions.map((asked) => (
          <li key={asked}>
            <button type="button" aria-pressed={asked === question} onClick={() => setQuestion(asked)}>
              {asked}
            </button>
          </li>
        ))}
      </ul>
      {question && <AnswerView key={question} question={question} />}
    </main>
  );
}
