import { expectTypeOf, test } from 'vitest';
import {
  createEventSource,
  createFetchStream,
  type EventSourceStore,
  type FetchStreamStore,
} from 'react-streamed/core';
import { z } from 'zod';
import { blocks, concat, list, reduce, useEventSource, useFetchStream, type SealedText } from 'react-streamed';

const schema = z.object({ amount: z.number() });

test('an event source gives the latest data by default', () => {
  expectTypeOf(useEventSource('/feed').data).toEqualTypeOf<string | undefined>();
  expectTypeOf(useEventSource('/feed', { parse: 'json' }).data).toEqualTypeOf<unknown>();
  expectTypeOf(useEventSource('/feed', { parse: schema }).data).toEqualTypeOf<{ amount: number } | undefined>();
  expectTypeOf(useEventSource('/feed', { parse: (event) => event.data.length }).data).toEqualTypeOf<
    number | undefined
  >();
});

test('a record of parsers gives a union that the type tells apart', () => {
  const { data } = useEventSource('/feed', { parse: { message: 'text', order: schema } });
  expectTypeOf(data).toEqualTypeOf<
    | { readonly type: 'message'; readonly data: string; readonly lastEventId: string }
    | { readonly type: 'order'; readonly data: { amount: number }; readonly lastEventId: string }
    | undefined
  >();
});

test('accumulators need no annotation', () => {
  expectTypeOf(useEventSource('/feed', { parse: schema, accumulate: list() }).data).toEqualTypeOf<
    readonly { amount: number }[]
  >();
  expectTypeOf(useEventSource('/feed', { accumulate: list({ limit: 5 }) }).data).toEqualTypeOf<readonly string[]>();
  expectTypeOf(useEventSource('/feed', { accumulate: concat() }).data).toEqualTypeOf<string>();
  expectTypeOf(useEventSource('/feed', { accumulate: blocks() }).data).toEqualTypeOf<SealedText>();
  expectTypeOf(
    useEventSource('/feed', { parse: schema, select: (order) => order.amount, accumulate: list() }).data,
  ).toEqualTypeOf<readonly number[]>();
  expectTypeOf(
    useEventSource('/feed', {
      parse: schema,
      accumulate: reduce((sum: number, order: { amount: number }) => sum + order.amount, 0),
    }).data,
  ).toEqualTypeOf<number>();
});

test('select types what is accumulated', () => {
  expectTypeOf(
    useEventSource('/feed', { parse: schema, select: (order) => (order.amount > 1 ? order.amount : null) }).data,
  ).toEqualTypeOf<number | undefined>();
});

test('a fetch stream follows its format', () => {
  expectTypeOf(useFetchStream('/x').data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream('/x', { as: 'lines' }).data).toEqualTypeOf<readonly string[]>();
  expectTypeOf(useFetchStream('/x', { as: 'json-lines' }).data).toEqualTypeOf<readonly unknown[]>();
  expectTypeOf(useFetchStream('/x', { as: 'json-lines', parse: schema }).data).toEqualTypeOf<
    readonly { amount: number }[]
  >();
  expectTypeOf(useFetchStream('/x', { as: 'bytes' }).data).toEqualTypeOf<readonly Uint8Array[]>();
  expectTypeOf(useFetchStream('/x', { as: 'events' }).data).toEqualTypeOf<readonly string[]>();
  expectTypeOf(
    useFetchStream('/x', {
      as: 'events',
      parse: schema,
      select: (item, event) => `${event.type} ${item.amount}`,
      accumulate: concat(),
    }).data,
  ).toEqualTypeOf<string>();
  expectTypeOf(
    useFetchStream('/x', {
      as: 'events',
      parse: schema,
      onEnd: (data) => expectTypeOf(data).toEqualTypeOf<readonly { amount: number }[]>(),
    }).data,
  ).toEqualTypeOf<readonly { amount: number }[]>();
});

test('a parser may be a function of the raw item', () => {
  expectTypeOf(useFetchStream('/x', { as: 'lines', parse: (line) => line.length }).data).toEqualTypeOf<
    readonly number[]
  >();
  expectTypeOf(useFetchStream('/x', { as: 'bytes', parse: (bytes) => bytes.byteLength }).data).toEqualTypeOf<
    readonly number[]
  >();
  expectTypeOf(
    useFetchStream('/x', { as: 'events', parse: (event) => event.type, select: (type) => type.length }).data,
  ).toEqualTypeOf<readonly number[]>();
  expectTypeOf(
    useEventSource('/x', { parse: schema, onEvent: (order) => expectTypeOf(order).toEqualTypeOf<{ amount: number }>() })
      .count,
  ).toEqualTypeOf<number>();
});

test('a parser without annotations goes with an accumulator', () => {
  const { data } = useEventSource('/x', {
    parse: ({ data }) => Number(data),
    accumulate: reduce((total: number, item: number) => total + item, 0),
  });
  expectTypeOf(data).toEqualTypeOf<number>();
});

test('a parser of bytes that answers unknown gives unknown', () => {
  const { data } = useFetchStream('/x', { as: 'bytes', parse: (bytes): unknown => bytes.length });
  expectTypeOf(data).toEqualTypeOf<readonly unknown[]>();
});

test('wrong combinations are errors', () => {
  // @ts-expect-error text has no event types
  useFetchStream('/x', { as: 'text', parse: { message: 'text' } });
  // @ts-expect-error not a format
  useFetchStream('/x', { as: 'xml' });
  // @ts-expect-error callbacks are functions
  useEventSource('/x', { onEvent: 'no' });
});

test('a store can be held whatever its options are', () => {
  const source: EventSourceStore<unknown> = createEventSource('/x', { parse: 'json' });
  const stream: FetchStreamStore<readonly string[]> = createFetchStream('/x', { as: 'lines' });
  expectTypeOf(source.getSnapshot().data).toEqualTypeOf<unknown>();
  expectTypeOf(stream.getSnapshot().data).toEqualTypeOf<readonly string[]>();
});
