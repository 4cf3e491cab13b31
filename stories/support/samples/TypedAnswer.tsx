import { useFetchStream, useTypewriter } from 'react-streamed';

export function TypedAnswer({ prompt }: { prompt: string }) {
  const { data, error, isStreaming } = useFetchStream('/chat', { body: { prompt } });
  const { text, isTyping, announcement, skip } = useTypewriter(data, { isStreaming });
  return (
    <>
      <p aria-hidden={isTyping}>{text}</p>
      <output className="visually-hidden">{announcement}</output>
      {error && <p role="alert">{error.message}</p>}
      <button disabled={!isTyping} onClick={skip}>
        Show all
      </button>
    </>
  );
}
