import type { SubmitEvent } from 'react';
import { describeError } from './describeError.ts';
import { StopRow } from './StopRow.tsx';
import './tripPlanner.css';
import { TripOutcome } from './TripOutcome.tsx';
import { useEscapeKey } from './useEscapeKey.ts';
import { useTrip } from './useTrip.ts';
import { writeProgress } from './writeProgress.ts';

export function TripPlanner() {
  const { draft, outcome, error, status, isStreaming, plan, stop } = useTrip();
  useEscapeKey(isStreaming, stop);

  // Plan and Stop are one button, so that it keeps the focus.
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isStreaming) stop();
    else plan(String(new FormData(event.currentTarget).get('city')));
  }

  return (
    <main className="recipe trip-planner">
      <header>
        <h1>Trip planner</h1>
        <p>A model answers with JSON, and each part is shown while it arrives</p>
      </header>
      <form className="trip-form" onSubmit={submit}>
        <input name="city" aria-label="City" list="cities" defaultValue="Lima" required={!isStreaming} />
        <datalist id="cities">
          <option>Lima</option>
          <option>Oslo</option>
          <option value="Nowhere">A plan that breaks the schema</option>
          <option value="Off the map">An answer that breaks off</option>
        </datalist>
        <button className="is-primary">{isStreaming ? 'Stop' : 'Plan'}</button>
      </form>
      {/* Above the plan, which may be longer than the window. */}
      <div className="trip-status">
        {/* The rows grow letter by letter. This region says when one of them is complete. */}
        <p className="trip-note" aria-live="polite">
          {writeProgress(status, draft)}
        </p>
        {error && (
          <p className="is-bad" role="alert">
            {describeError(error)}
          </p>
        )}
        {outcome && <TripOutcome outcome={outcome} />}
      </div>
      {draft && (
        <article className="trip" aria-busy={isStreaming}>
          <h2>{draft.title ?? '…'}</h2>
          <ol>
            {draft.stops?.map((stop, index) => (
              // Stops do not move while the list grows.
              <StopRow key={index} stop={stop} />
            ))}
          </ol>
        </article>
      )}
    </main>
  );
}
