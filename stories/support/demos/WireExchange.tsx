import { memo } from 'react';
import type { Exchange, ExchangeEnd } from '../server/recordExchanges.ts';
import { writeChunk } from '../server/writeChunk.ts';

const ends: Readonly<Record<ExchangeEnd, string>> = {
  ended: 'The response ended.',
  aborted: 'The page aborted the request.',
  broken: 'The connection broke.',
};

/** More chunks would make the page slower than the stream. */
const mostChunks = 200;

/** One request and its response, each chunk in a box. */
export const WireExchange = memo(function WireExchange({ exchange }: { readonly exchange: Exchange }) {
  const { number, request, requestHeaders, response, chunks, end } = exchange;
  const first = Math.max(0, chunks.length - mostChunks);
  return (
    <section className="wire__exchange" aria-label={`Request ${number}: ${request}`}>
      <pre className="wire__head">{[request, ...requestHeaders].join('\n')}</pre>
      {response !== undefined && <pre className="wire__head">{response}</pre>}
      {first > 0 && <p className="empty">{first} earlier chunks are left out.</p>}
      <ol className="wire__chunks" start={first + 1}>
        {chunks.slice(first).map((chunk, index) => (
          <li key={first + index}>
            <code>{writeChunk(chunk)}</code>
          </li>
        ))}
      </ol>
      {end && <p className="empty">{ends[end]}</p>}
    </section>
  );
});
