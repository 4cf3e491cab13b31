import { useQuery } from '@tanstack/react-query';
import { useTypewriter } from 'react-streamed';
import { answerTo } from './answerTo.ts';
import { describeError } from './describeError.ts';
import { WordCount } from './WordCount.tsx';

interface AnswerViewProps {
  readonly question: string;
}

/** An answer while it streams, or from the cache. */
export function AnswerView({ question }: AnswerViewProps) {
  const { data, error, isFetching, refetch } = useQuery(answerTo(question));
  const { text, isTyping, announcement } = useTypewriter(data?.text ?? '', { isStreaming: isFetching });
  const isCut = !isFetching && !data?.isComplete;
  return (
    <article className="answer" aria-busy={isFetching}>
      <h2>{question}</h2>
      {/* Screen readers get the text by the region below until it is typed. */}
      <p className="answer-text" aria-hidden={isTyping}>
        {text}
      </p>
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
      <WordCount question={question} />
      {error && !isFetching && (
        <p className="is-bad" role="alert">
          {describeError(error)} The text received before is kept.
        </p>
      )}
      {isCut && !error && <p className="answer-note">This answer was stopped before its end.</p>}
      {/* It has its place from the beginning, so that it keeps the focus. */}
      <button type="button" aria-disabled={isFetching} onClick={() => !isFetching && void refetch()}>
        Ask again
      </button>
    </article>
  );
}
