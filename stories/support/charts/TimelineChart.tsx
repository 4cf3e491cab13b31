import type { TimelineEntry } from './createTimeline.ts';
import { useNow } from './useNow.ts';

const seconds = 30;
const marks = [30, 20, 10, 0];
/** The seconds that a label takes on a narrow screen. It stands before its mark, where the past is. */
const labelSeconds = 4;

interface TimelineChartProps {
  readonly entries: readonly TimelineEntry[];
}

function hasRoom(at: number, before: TimelineEntry | undefined): boolean {
  return !before || at - before.at > labelSeconds * 1000;
}

/** The last thirty seconds of a connection, drawn as they pass. */
export function TimelineChart({ entries }: TimelineChartProps) {
  const now = useNow((entries.at(-1)?.at ?? 0) + seconds * 1000);
  const xOf = (at: number) => 100 - (Math.max(0, now - at) / (seconds * 1000)) * 100;
  const inLane = (lane: TimelineEntry['lane']) => entries.filter((entry) => entry.lane === lane);
  const visible = (lane: TimelineEntry['lane']) => inLane(lane).filter(({ at }) => xOf(at) > 0);
  const statuses = inLane('status').map((entry, index, all) => ({ ...entry, end: all[index + 1]?.at ?? now }));
  return (
    <div className="timeline">
      <ul className="timeline__lanes" aria-hidden="true">
        <li>Network</li>
        <li>Status</li>
        <li>Events</li>
        <li>Requests</li>
      </ul>
      <svg className="timeline__plot" role="img" aria-label="The last 30 seconds. The log says the same in words.">
        {visible('network').map(({ id, at, label }, index, all) => (
          <g key={id} className="timeline__deed">
            <line x1={`${xOf(at)}%`} x2={`${xOf(at)}%`} y1="4" y2="128" />
            {hasRoom(at, all[index - 1]) && (
              <text x={`${xOf(at)}%`} y="16" dx="-5">
                {label}
              </text>
            )}
          </g>
        ))}
        {statuses.map(
          ({ id, at, end, label }) =>
            xOf(end) > 0 && (
              <svg
                key={id}
                x={`${Math.max(0, xOf(at))}%`}
                y="32"
                width={`${xOf(end) - Math.max(0, xOf(at))}%`}
                height="24"
                className="timeline__status"
                data-status={label}
              >
                <rect width="100%" height="100%" />
                <text x="8" y="16">
                  {label}
                </text>
              </svg>
            ),
        )}
        {visible('event').map(({ id, at }) => (
          <circle key={id} cx={`${xOf(at)}%`} cy="78" r="3" className="timeline__event" />
        ))}
        {visible('request').map(({ id, at, label }, index, all) => (
          <g key={id} className="timeline__request">
            <line x1={`${xOf(at)}%`} x2={`${xOf(at)}%`} y1="98" y2="116" />
            {hasRoom(at, all[index - 1]) && (
              <text x={`${xOf(at)}%`} y="111" dx="-5">
                {label}
              </text>
            )}
          </g>
        ))}
        <line className="timeline__axis" x1="0" x2="100%" y1="128" y2="128" />
        {marks.map((mark) => (
          <text
            key={mark}
            className="timeline__mark"
            x={`${100 - (mark / seconds) * 100}%`}
            y="144"
            textAnchor={mark === 0 ? 'end' : mark === seconds ? 'start' : 'middle'}
          >
            {mark === 0 ? 'now' : `−${mark} s`}
          </text>
        ))}
      </svg>
    </div>
  );
}
