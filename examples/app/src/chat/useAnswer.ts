import { blocks, useFetchStream, useTypewriter } from 'react-streamed';
import { serverUrl } from '../serverUrl.ts';

interface Chunk {
  choices: [{ delta: { content?: string } }];
}

export function useAnswer() {
  const answer = useFetchStream(`${serverUrl}/chat`, {
    enabled: false, // start({ body }) asks
    method: 'POST',
    as: 'events',
    until: (event) => event.data === '[DONE]',
    parse: (event) => JSON.parse(event.data) as Chunk,
    select: (chunk) => chunk.choices[0].delta.content,
    accumulate: blocks(), // paragraphs that never change again
  });
  const { data, isStreaming } = answer;
  const typewriter = useTypewriter(data.text, { isStreaming });
  return { ...answer, typewriter };
}
