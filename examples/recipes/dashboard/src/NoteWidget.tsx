import { memo } from 'react';
import { list, useEventSource } from 'react-streamed';
import { connection, url } from './connection.ts';
import type { Note } from './metrics.ts';
import type { WidgetProps } from './WidgetProps.ts';
import { WidgetCard } from './WidgetCard.tsx';

/** What one team has done lately. */
export function NoteWidget({ name, isLive }: WidgetProps) {
  const { data } = useEventSource(url, {
    ...connection,
    enabled: isLive,
    types: ['note'],
    parse: (event) => JSON.parse(event.data) as Note,
    select: (note) => (note.name === name ? note.text : undefined),
    accumulate: list({ limit: 2 }),
  });
  return <NoteView name={name} texts={data} />;
}

const NoteView = memo(function NoteView({ name, texts }: { readonly name: string; readonly texts: readonly string[] }) {
  return (
    <WidgetCard name={name}>
      {texts.map((text, index) => (
        <p key={index} className="widget-text">
          {text}
        </p>
      ))}
    </WidgetCard>
  );
});
