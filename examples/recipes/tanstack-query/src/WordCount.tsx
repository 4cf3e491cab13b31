import { useQuery } from '@tanstack/react-query';
import { answerTo } from './answerTo.ts';

interface WordCountProps {
  readonly question: string;
}

/** Counts the words of an answer. It asks for the same query as the text, and both share one request. */
export function WordCount({ question }: WordCountProps) {
  const { data, isFetching } = useQuery(answerTo(question));
  const count = data?.text.match(/\S+/g)?.length ?? 0;
  return <p className="answer-note">{isFetching ? `${count} words so far` : `${count} words`}</p>;
}
