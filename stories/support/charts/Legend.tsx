interface LegendProps {
  /** The line that each entry stands for, and its latest value. */
  readonly entries: Readonly<Record<string, readonly [line: string, value: string | number]>>;
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
