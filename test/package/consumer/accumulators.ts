import { concat, list, reduce, useEventSource, useFetchStream, type Accumulator } from 'react-streamed';
import { createEventSource, createFetchStream, type ServerSentEvent } from 'react-streamed/core';

const toPrice = ({ data }: ServerSentEvent): { v: number } => ({ v: Number(data) });
const total = reduce((sum: number, amount: number) => sum + amount, 0);

/** Accumulators that do not take the items. */
export function useWrong() {
  // @ts-expect-error the items are objects
  useEventSource('/x', { parse: toPrice, accumulate: reduce((n: number, s: string) => n + s.length, 0) });
  // @ts-expect-error the items are strings
  useFetchStream('/x', { as: 'lines', accumulate: reduce((n: number, s: { deep: number }) => n + s.deep, 0) });
  // @ts-expect-error the items are objects
  useEventSource('/x', { parse: toPrice, accumulate: list<string>() });
  // @ts-expect-error the parser returns strings
  createEventSource('/x', { parse: ({ data }) => data, accumulate: total });
  // @ts-expect-error the selector returns strings
  createFetchStream('/x', { as: 'lines', select: (line) => line.trim(), accumulate: total });
}

/** Accumulators that take the items, beside functions without annotations. */
export function useRight(own: Accumulator<{ v: number }, string>): [number, number, number, number, string, string] {
  const parsed = useEventSource('/x', { parse: ({ data }) => Number(data), accumulate: total }).data;
  const selected = useEventSource('/x', { parse: toPrice, select: ({ v }) => v, accumulate: total }).data;
  const length = useFetchStream('/x', { as: 'lines', parse: (line) => line.length, accumulate: total }).data;
  const stream = createFetchStream('/x', {
    as: 'lines',
    onEnd: (sum) => sum.toFixed(),
    parse: Number,
    accumulate: total,
  });
  const record = useEventSource('/x', { parse: { a: toPrice, b: ({ data }) => data.length }, accumulate: concat() });
  const ofOwn = useEventSource('/x', { parse: toPrice, accumulate: own }).data;
  return [parsed, selected, length, stream.getSnapshot().data, record.data, ofOwn];
}

/** A hook of one's own for items of any type. */
export function useLatest<Item>(parse: (event: ServerSentEvent) => Item): Item | undefined {
  return useEventSource('/x', { parse }).data;
}
