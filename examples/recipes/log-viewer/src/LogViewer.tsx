import { useMemo, useState } from 'react';
import { useFetchStream } from 'react-streamed';
import './log.css';
import { LogList } from './LogList.tsx';
import { countLines, logPages, type LogLimits } from './logPages.ts';
import { everyLine } from './Rows.ts';
import { toPattern } from './toPattern.ts';
import { useMatches } from './useMatches.ts';

/** Browsers cannot show a list that is higher than about 17 million pixels, and a line is 20 pixels high. */
const defaultLimits: LogLimits = { lines: 800_000, characters: 256_000_000 };

const outcomes = {
  idle: 'Not loaded',
  connecting: 'Connecting',
  streaming: 'Streaming',
  done: 'Complete',
  stopped: 'Stopped',
  error: 'Failed',
};

interface LogViewerProps {
  /**
   * How much of the log is kept. If it is exceeded, the oldest lines are dropped.
   *
   * @default 800,000 lines and 256 million characters
   */
  readonly limits?: LogLimits;
}

/** Shows a log while it arrives, finds lines in it and follows its end. */
export function LogViewer({ limits = defaultLimits }: LogViewerProps) {
  const [query, setQuery] = useState('');
  const pattern = useMemo(() => toPattern(query), [query]);
  const stream = useFetchStream('/api/log', { as: 'lines', accumulate: logPages(limits) });
  const { data: log, status, error, progress, isStreaming, start, stop } = stream;
  const matches = useMatches(log, pattern);
  const rows = matches?.rows ?? everyLine(log);

  return (
    <main className="recipe log">
      <header>
        <h1>Log viewer</h1>
        <p>A log of any length, which is shown, searched and followed while it arrives</p>
      </header>
      <div className="log-controls">
        <label>
          Find <input type="search" value={query} onChange={({ currentTarget }) => setQuery(currentTarget.value)} />
        </label>
        <button type="button" onClick={() => (isStreaming ? stop() : void start())}>
          {isStreaming ? 'Stop' : 'Load again'}
        </button>
      </div>
      <div className="log-progress">
        <progress aria-label="Received" value={progress.ratio} />
        <p>
          <span role="status">{outcomes[status]}</span>: {writeMegabytes(progress.loaded)}
          {progress.total !== undefined && ` of ${writeMegabytes(progress.total)}`}
        </p>
      </div>
      {error && (
        <p role="alert" className="is-bad">
          {error.message}
        </p>
      )}
      <LogList log={log} rows={rows} pattern={pattern}>
        <p>
          {matches && `${writeNumber(matches.rows.count)} of `}
          {writeNumber(countLines(log))} lines
          {matches?.isSearching && ', searching'}
          {log.droppedLines > 0 && `. The first ${writeNumber(log.droppedLines)} have been dropped to save memory`}
        </p>
      </LogList>
    </main>
  );
}

function writeNumber(value: number): string {
  return value.toLocaleString('en');
}

function writeMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
