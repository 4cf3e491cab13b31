interface StreamedDataProps {
  /** What a hook's `data` holds: text, or a list of items. */
  readonly data: unknown;
  readonly empty: string;
}

/** Streamed data of any kind. It is no live region: the status says what a listener needs to know. */
export function StreamedData({ data, empty }: StreamedDataProps) {
  if (data === undefined || data === '' || (Array.isArray(data) && data.length === 0)) {
    return <p className="empty">{empty}</p>;
  }
  if (!Array.isArray(data)) return <p className="output">{format(data)}</p>;
  return (
    <ol className="items" aria-label="Items">
      {data.map((item, index) => (
        <li key={index}>{format(item)}</li>
      ))}
    </ol>
  );
}

function format(item: unknown): string {
  if (item instanceof Uint8Array) return `${item.length} bytes`;
  return typeof item === 'string' ? item : JSON.stringify(item);
}
