import type { TimelineEntry } from './createTimeline.ts';

interface TimelineLogProps {
  readonly entries: readonly TimelineEntry[];
}

/** As many as fit beside the chart, so that nothing has to be scrolled. */
const longest = 8;

/** What the picture shows, in words, the latest first. It is not a live region: the status says what a listener needs. */
export function TimelineLog({ entries }: TimelineLogProps) {
  const start = entries[0]?.at ?? 0;
  const latest = entries.filter(({ lane, text }) => lane !== 'event' && text !== '').slice(-longest);
  return (
    <section className="log" aria-label="Log">
      <ol reversed>
        {latest.toReversed().map(({ id, at, lane, text }) => (
          <li key={id} data-lane={lane}>
            <span>{((at - start) / 1000).toFixed(1)} s</span> {text}
          </li>
        ))}
      </ol>
    </section>
  );
}
