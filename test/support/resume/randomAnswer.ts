import fc from 'fast-check';
import type { StreamFormat } from 'react-streamed/core';
import type { ResumableOptions } from 'react-streamed/resume';

const encoder = new TextEncoder();

/** A text without line ends, and without the BOM that a decoder takes from the beginning of a response. */
const text = fc.string({ unit: fc.constantFrom('a', ' ', '"', ':', 'ä', '漢', '👩‍🚀', '{', '1'), maxLength: 12 });

/** An answer, and where its offsets are: after each item for requests that count items, after each ID for those by ID. */
export interface RandomAnswer {
  readonly body: Uint8Array;
  /** The offset after each item, from that of none. */
  readonly offsets: readonly number[];
}

function layOut(items: readonly string[]): RandomAnswer {
  const parts = items.map((item) => encoder.encode(item));
  let end = 0;
  const offsets = [0, ...parts.map((part) => (end += part.length))];
  return { body: new Uint8Array(Buffer.concat(parts)), offsets };
}

const lineEnd = fc.constantFrom('\n', '\r\n');

/** The last line needs no ending. */
const lastLineEnd = fc.constantFrom('\n', '');

const lines = fc
  .tuple(fc.array(fc.tuple(text, lineEnd), { minLength: 5, maxLength: 40 }), lastLineEnd)
  .map(([all, lastEnd]) => layOut([...all.map(([line, end]) => `${line}${end}`), `END${lastEnd}`]));

const jsonValue = fc.oneof(fc.record({ text, n: fc.integer() }), fc.integer(), text, fc.constant(null));

const jsonLines = fc
  .tuple(fc.array(fc.tuple(jsonValue, lineEnd), { minLength: 5, maxLength: 40 }), lastLineEnd)
  .map(([all, lastEnd]) => layOut([...all.map(([value, end]) => `${JSON.stringify(value)}${end}`), `"END"${lastEnd}`]));

const eventLineEnd = fc.constantFrom('\n', '\r\n', '\r');

const events = fc
  .array(fc.tuple(fc.array(text, { minLength: 1, maxLength: 3 }), fc.boolean(), eventLineEnd), {
    minLength: 1,
    maxLength: 30,
  })
  .map((all) => {
    const parts = all.map(([data, hasComment, end], index) =>
      [...(hasComment ? [': beat'] : []), `id: ${index + 1}`, ...data.map((line) => `data: ${line}`), '', ''].join(end),
    );
    return layOut([...parts, 'id: end\ndata: END\n\n']);
  });

const wholeText = fc.array(text, { minLength: 5, maxLength: 60 }).map(layOut);

/** A format with an answer in it. */
export const randomAnswer = fc.oneof(
  fc.record({ as: fc.constant('text' as const), answer: wholeText }),
  fc.record({ as: fc.constant('bytes' as const), answer: wholeText }),
  fc.record({ as: fc.constant('lines' as const), answer: lines }),
  fc.record({ as: fc.constant('json-lines' as const), answer: jsonLines }),
  fc.record({ as: fc.constant('events' as const), answer: events }),
);

/** Tells whether a raw item is the end mark of such an answer. */
export function isEndMark(raw: unknown): boolean {
  if (typeof raw === 'string') return raw === 'END' || raw === '"END"';
  return (raw as { data?: string }).data === 'END';
}

/** Joins text and bytes, whose chunks differ from one run to the next. Other items stay as they are. */
export function joinItems(as: StreamFormat, items: readonly unknown[]): string | readonly unknown[] {
  if (as === 'text') return items.join('');
  return as === 'bytes' ? Buffer.concat(items as Uint8Array[]).toString('hex') : items;
}

/** How a request names its position. */
export type PositionKind = 'loaded' | 'items' | 'lastEventId' | 'overlap' | 'start';

export function positionKindsOf(as: string): readonly PositionKind[] {
  if (as === 'text' || as === 'bytes') return ['loaded', 'start'];
  if (as === 'events') return ['loaded', 'items', 'lastEventId', 'overlap', 'start'];
  return ['loaded', 'items', 'start'];
}

/** Puts the position into the query. */
export const requestOf =
  (url: string): ResumableOptions['request'] =>
  ({ loaded, items, lastEventId }) =>
    `${url}?${new URLSearchParams({ loaded: `${loaded}`, items: `${items}`, lastEventId })}`;

/** Reads the offset that a request asks for. A server that overlaps sends the last three events again. */
export function offsetFor(kind: PositionKind, { offsets }: RandomAnswer, url: URL): number {
  const number = (name: string) => Number(url.searchParams.get(name));
  const afterId = number('lastEventId') || 0;
  switch (kind) {
    case 'loaded':
      return number('loaded');
    case 'items':
      return offsets[number('items')]!;
    case 'lastEventId':
      return offsets[afterId]!;
    case 'overlap':
      return offsets[Math.max(0, afterId - 3)]!;
    case 'start':
      return 0;
  }
}
