import { Facts } from '../support/demos/Facts.tsx';
import type { Client } from './clients/clients.ts';
import { describeMeasurement } from './describeMeasurement.ts';
import { describeRequest } from './describeRequest.ts';
import { RecorderContext } from './RecorderContext.ts';
import type { Turn } from './useComparison.ts';

interface ClientPaneProps {
  readonly client: Client;
  readonly turn: Turn | undefined;
  /** Whether the question goes into the body of a POST. */
  readonly posts: boolean;
}

/** One client: its code, the answer as it shows it, and what was measured. */
export function ClientPane({ client, turn, posts }: ClientPaneProps) {
  const { name, origin, Answer, source } = client;
  const { state, mounted, measurement } = turn ?? {};
  return (
    <li className="compared__pane">
      <header>
        <h3>{name}</h3>
        <p>{origin}</p>
      </header>
      {state === undefined && <p className="compared__wait">Press Run.</p>}
      {state === 'waiting' && <p className="compared__wait">Waits for its turn.</p>}
      {state === 'unable' && <p className="compared__wait">{name} has no way to send a body: it only sends GET.</p>}
      {mounted && (
        <RecorderContext value={mounted.recorder}>
          <Answer key={mounted.url} url={mounted.url} question={posts ? 'Which cities?' : undefined} />
        </RecorderContext>
      )}
      {turn && !mounted && (state === 'running' || state === 'measured') && (
        <p className="compared__wait">Its component is unmounted.</p>
      )}
      {measurement && (
        <>
          <Facts facts={describeMeasurement(measurement)} />
          <ol className="compared__requests" aria-label="Requests the server saw">
            {measurement.requests.map((request, place) => (
              <li key={place}>{describeRequest(request)}</li>
            ))}
          </ol>
        </>
      )}
      <details>
        <summary>Code</summary>
        <pre role="region" aria-label={`Code of ${name}`} tabIndex={0}>
          <code>{source.trim()}</code>
        </pre>
      </details>
    </li>
  );
}
