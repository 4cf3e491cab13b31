interface StreamedDataProps {
  /** What a hook's `data` holds: text, a list of items, blocks, or a value of any other kind. */
  readonly data: unknown;
  /** The order of a list. A feed shows its newest item first, so that it never arrives out of sight. */
  readonly order?: 'oldest first' | 'newest first';
  /** What to say while there is nothing. */
  readonly empty?: string | undefined;
}

/** Streamed data of any kind. It is not a live region: the status says what a listener needs to know. */
export function StreamedData({ data, order = 'oldest first', empty }: StreamedDataProps) {
  if (isEmpty(data)) return empty && <p className="empty">{empty}</p>;
  if (isBytes(data)) return <p className="empty">{data.length} chunks of bytes</p>;
  if (!Array.isArray(data)) return <p className="output">{writeValue(data)}</p>;
  const rows = data.map((item: unknown, index) => (
    <li key={index}>
      <Item item={item} />
    </li>
  ));
  return (
    <ol className="items" aria-label="Items">
      {order === 'newest first' ? rows.toReversed() : rows}
    </ol>
  );
}

function Item({ item }: { readonly item: unknown }) {
  if (!isNamed(item)) return writeValue(item);
  return (
    <>
      <b className="event-type">{item.type}</b> {writeValue(item.data)}
    </>
  );
}

function isEmpty(data: unknown): boolean {
  return data === undefined || data === '' || (Array.isArray(data) && data.length === 0);
}

function isBytes(data: unknown): data is readonly Uint8Array[] {
  return Array.isArray(data) && data[0] instanceof Uint8Array;
}

/** An event, or an item of a parser by event type. */
function isNamed(item: unknown): item is { type: string; data: unknown } {
  return typeof item === 'object' && item !== null && 'type' in item && 'data' in item;
}

function writeValue(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  // Blocks hold the whole text beside its parts.
  if (typeof value === 'object' && value !== null && 'blocks' in value && 'text' in value) return String(value.text);
  return JSON.stringify(value) ?? String(value);
}
