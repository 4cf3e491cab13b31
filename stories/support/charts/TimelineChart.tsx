import './timeline.css';
import type { TimelineEntry } from './createTimeline.ts';
import { createTimeScale } from './createTimeScale.ts';
import { TimelineLane } from './TimelineLane.tsx';
import { useNow } from './useNow.ts';

interface TimelineChartProps {
  readonly entries: readonly TimelineEntry[];
  /** The lanes by their names, the first one on top. */
  readonly lanes: Readonly<Record<string, TimelineEntry['lane']>>;
}

const longestTime = 30_000;

/** The last seconds of a connection, drawn as they pass. */
export function TimelineChart({ entries, lanes }: TimelineChartProps) {
  const now = useNow((entries.at(-1)?.at ?? 0) + longestTime);
  const start = entries[0]?.at ?? now;
  const scale = createTimeScale(start, now);
  return (
    <div
      className="timeline"
      role="img"
      aria-label="The last seconds of the connection. The log says the same in words."
    >
      {Object.entries(lanes).map(([name, lane]) => (
        <TimelineLane key={lane} name={name} lane={lane} entries={entries} scale={scale} now={now} />
      ))}
      <div className="timeline__axis">
        <span>{now - start < scale.seconds * 1000 ? 'start' : `−${Math.round(scale.seconds)} s`}</span>
        <span>{now - start < scale.seconds * 1000 ? `${scale.seconds} s` : 'now'}</span>
      </div>
    </div>
  );
}
