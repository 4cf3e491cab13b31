import type { TimelineEntry } from './createTimeline.ts';
import type { TimeScale } from './createTimeScale.ts';

interface TimelineLaneProps {
  readonly name: string;
  readonly lane: TimelineEntry['lane'];
  readonly entries: readonly TimelineEntry[];
  readonly scale: TimeScale;
  readonly now: number;
}

/** One row of a timeline. Each entry lasts until the next one, and shows its label if there is room for it. */
export function TimelineLane({ name, lane, entries, scale, now }: TimelineLaneProps) {
  const own = entries.filter((entry) => entry.lane === lane);
  const spans = own.map((entry, index) => ({
    ...entry,
    from: scale.positionOf(entry.at),
    to: scale.positionOf(own[index + 1]?.at ?? now),
    isLast: index === own.length - 1,
  }));
  return (
    <>
      <div className="timeline__name">{name}</div>
      <div className="timeline__lane" data-lane={lane}>
        {spans
          .filter(({ to, isLast }) => to > 0 || isLast)
          .map(({ id, label, from, to, isLast }) => (
            <div
              key={id}
              className={isLast ? 'timeline__span timeline__span--last' : 'timeline__span'}
              data-label={label}
              style={{ insetInlineStart: `${from}%`, inlineSize: `${to - from}%` }}
            >
              <span className="timeline__label">{label}</span>
            </div>
          ))}
      </div>
    </>
  );
}
