import type { TimelineEntry } from './createTimeline.ts';

interface TimelineLogProps {
  readonly entries: readonly TimelineEntry[];
}

/** What the picture shows, in words, the latest first. It is no live region: the status says what a listener needs. */
export function TimelineLog({ entries }: TimelineLogProps) {
  const start = entries[0]?.at ?? 0;
  return (
    // What scrolls has to be reachable by keyboard, and not every browser sees to it (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="log" aria-label="Log" tabIndex={0}>
      <ol>
        {entries
          .filter(({ lane }) => lane !== 'event')
          .toReversed()
          .map(({ id, at, lane, text }) => (
            <li key={id} data-lane={lane}>
              <span>{((at - start) / 1000).toFixed(1)} s</span> {text}
            </li>
          ))}
      </ol>
    </section>
  );
}
