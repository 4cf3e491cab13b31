interface StreamedDataProps {
  /** What a hook's `data` holds: text, or a list of items. */
  readonly data: unknown;
  /** What to say while there is nothing. */
  readonly empty?: string | undefined;
}

/** Streamed data of any kind. It is no live region: the status says what a listener needs to know. */
export function StreamedData({ data, empty }: StreamedDataProps) {
  if (data === undefined || data === '' || (Array.isArray(data) && data.length === 0)) {
    return empty && <p className="empty">{empty}</p>;
  }
  if (!Array.isArray(data)) return <p className="output">{format(data)}</p>;
  if (data[0] instanceof Uint8Array) return <p className="empty">{data.length} chunks of bytes</p>;
  return (
    <ol className="items" aria-label="Items">
      {data.map((item, index) => (
        <li key={index}>{format(item)}</li>
      ))}
    </ol>
  );
}

function format(item: unknown): string {
  return typeof item === 'string' ? item : JSON.stringify(item);
}
