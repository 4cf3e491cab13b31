interface LegendProps {
  /** The line that an entry stands for, if there is one, and its latest value. */
  readonly entries: Readonly<Record<string, readonly [line: string | undefined, value: string | number]>>;
}

/** Names the lines of a chart, with their latest values. */
export function Legend({ entries }: LegendProps) {
  return (
    <dl className="facts lag__legend">
      {Object.entries(entries).map(([name, [line, value]]) => (
        <div key={name} data-line={line}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
