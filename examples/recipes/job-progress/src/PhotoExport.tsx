import { describeError } from './describeError.ts';
import './photoExport.css';
import { useJob, type Progress } from './useJob.ts';
import { writeState } from './writeState.ts';

const photos = 40;

export function PhotoExport() {
  const { data, error, status, isStreaming, reconnection, start, stop } = useJob();
  const isComplete = status === 'done' && data?.isStopped === false;

  return (
    <main className="recipe photo-export">
      <header>
        <h1>Photo export</h1>
        <p>The server does the work, and the progress survives a reload</p>
      </header>
      {/* One button, so that it keeps the focus. */}
      <button
        type="button"
        className="is-primary"
        onClick={() => (isStreaming ? stop() : void start({ body: { photos } }))}
      >
        {isStreaming ? 'Stop' : `Export ${photos} photos`}
      </button>
      <progress aria-label="Exported photos" max={data?.total ?? photos} value={data?.done ?? 0} />
      <div className="photo-export-state">
        <p>{writeState(status, data)}</p>
        {error ? (
          <p className="is-bad" role="alert">
            {error.status === 404 ? 'The server does not know this export any longer.' : describeError(error)}
          </p>
        ) : (
          <p>{reconnection ? 'The connection was lost. The export continues.' : isStreaming && data?.current}</p>
        )}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {isStreaming ? announce(data) : writeState(status, data)}
      </p>
      {isComplete && (
        <a download href={`/api/jobs/${data.id}/album`}>
          Download the album
        </a>
      )}
    </main>
  );
}

/** A screen reader hears of every tenth photo, and not of each of them. */
function announce(progress: Progress | undefined): string {
  const tens = Math.floor((progress?.done ?? 0) / 10) * 10;
  return tens === 0 ? 'The export has begun.' : `${tens} photos are exported.`;
}
