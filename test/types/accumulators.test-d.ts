import { expectTypeOf, test } from 'vitest';
import {
  concat,
  latest,
  list,
  reduce,
  useEventSource,
  useFetchStream,
  type Accumulator,
  type EventSourceOptions,
  type UseEventSourceResult,
  type UseFetchStreamResult,
} from 'react-streamed';
import { createEventSource, createFetchStream, type ServerSentEvent, type StandardSchema } from 'react-streamed/core';
import { openAiChat } from 'react-streamed/providers';
import { z } from 'zod';

const schema = z.object({ v: z.number() });
const total = reduce((sum: number, amount: number) => sum + amount, 0);

test('an accumulator of other items than those of the parser is an error', () => {
  useEventSource('/x', {
    parse: schema,
    // @ts-expect-error the items are objects
    accumulate: reduce((n: number, s: string) => n + s.length, 0),
  });
  useFetchStream('/x', {
    as: 'lines',
    // @ts-expect-error the items are strings
    accumulate: reduce((n: number, s: { deep: number }) => n + s.deep, 0),
  });
  useEventSource('/x', {
    parse: schema,
    // @ts-expect-error the items are objects
    accumulate: list<string>(),
  });
  // @ts-expect-error JSON may be anything
  useEventSource('/x', { parse: 'json', accumulate: total });
  // @ts-expect-error the items are strings
  createEventSource('/x', { accumulate: total });
  // @ts-expect-error the items are strings
  createFetchStream('/x', { as: 'lines', accumulate: total });
  // @ts-expect-error the preset selects text
  useFetchStream('/x', { ...openAiChat, accumulate: total, body: {} });
});

test('an accumulator that takes only some of the items is an error', () => {
  // @ts-expect-error an item may be null
  useEventSource('/x', { parse: schema.nullable(), accumulate: list<{ v: number }>() });
});

test('an accumulator of other items than what an unannotated function returns is an error', () => {
  // @ts-expect-error the parser returns strings
  useEventSource('/x', { parse: ({ data }) => data, accumulate: total });
  // @ts-expect-error the parser returns strings
  useFetchStream('/x', { as: 'lines', parse: (line) => line.trim(), accumulate: total });
  // @ts-expect-error the items have a type and data
  useEventSource('/x', { parse: { a: schema, b: ({ data }) => data.length }, accumulate: total });
  // @ts-expect-error the selector returns strings
  useEventSource('/x', { parse: schema, select: ({ v }) => String(v), accumulate: total });
});

test('an accumulator takes what an unannotated function returns', () => {
  useEventSource('/x', { parse: ({ data }) => Number(data), accumulate: total });
  useEventSource('/x', { parse: schema, select: ({ v }) => v, accumulate: total });
  useEventSource('/x', { parse: ({ data }) => data, select: (text) => text.length, accumulate: total });
  useFetchStream('/x', { as: 'bytes', parse: (bytes) => bytes.length, accumulate: total });
  useFetchStream('/x', { ...openAiChat, select: ({ model }) => model, accumulate: list<string>(), body: {} });
  const { data } = useEventSource('/x', {
    parse: { a: schema, b: (event) => event.data.length },
    accumulate: reduce((n: number, { type }: { type: 'a' | 'b' }) => n + type.length, 0),
  });
  expectTypeOf(data).toEqualTypeOf<number>();
});

test('callbacks know the data, whether they stand before or after the accumulator', () => {
  useFetchStream('/x', {
    as: 'lines',
    onEnd: (data) => expectTypeOf(data).toEqualTypeOf<number>(),
    accumulate: reduce((n: number, line: string) => n + line.length, 0),
    onStop: (data) => expectTypeOf(data).toEqualTypeOf<number>(),
  });
});

test('an accumulator of unknown items takes any', () => {
  useEventSource('/x', { parse: 'json', accumulate: concat() });
  useEventSource('/x', { parse: schema, accumulate: latest<unknown>() });
  expectTypeOf(useEventSource('/x', { accumulate: reduce((n: number) => n + 1, 0) }).data).toEqualTypeOf<number>();
});

test('a reducer without annotations knows nothing of the item', () => {
  useEventSource('/x', {
    parse: schema,
    accumulate: reduce((n, item) => {
      expectTypeOf(item).toEqualTypeOf<unknown>();
      return n + 1;
    }, 0),
  });
});

test('your own accumulator is checked too', () => {
  const lengths: Accumulator<string, number, number> = {
    create: () => 0,
    add: (sum, text) => sum + text.length,
    snapshot: (sum) => sum,
  };
  expectTypeOf(useEventSource('/x', { accumulate: lengths }).data).toEqualTypeOf<number>();
  // @ts-expect-error the items are objects
  useEventSource('/x', { parse: schema, accumulate: lengths });
});

test('a store takes another accumulator of the same type', () => {
  createEventSource('/x', { parse: schema, select: ({ v }) => v, accumulate: total }).update({ accumulate: total });
  // @ts-expect-error the data would not be a number
  createFetchStream('/x', { as: 'lines', parse: Number, accumulate: total }).update({ accumulate: list() });
});

test('options may be conditional or of any parser', () => {
  const isLong = Math.random() > 0.5;
  expectTypeOf(useEventSource('/x', { accumulate: isLong ? list() : undefined }).data).toEqualTypeOf<
    readonly string[]
  >();
  const options: EventSourceOptions = {};
  expectTypeOf(useEventSource('/x', options).data).toEqualTypeOf<unknown>();
  expectTypeOf(useEventSource('/x', { ...options, accumulate: list() }).data).toEqualTypeOf<readonly string[]>();
});

test('an annotation of the result says nothing of the items', () => {
  const text: UseFetchStreamResult<string> = useFetchStream('/x', { ...openAiChat, body: {} });
  const lines: UseFetchStreamResult<readonly string[]> = useFetchStream('/x', { as: 'lines' });
  const objects: readonly { v: number }[] = useEventSource('/x', { parse: schema, accumulate: list() }).data;
  const anything: UseEventSourceResult<unknown> = useEventSource('/x', { parse: schema });
  // @ts-expect-error the items are strings
  const numbers: UseFetchStreamResult<readonly number[]> = useFetchStream('/x', { as: 'lines' });
  return [text, lines, objects, anything, numbers];
});

test('your own hook may be generic', () => {
  const useLatest = <Item>(parse: StandardSchema<Item>): Item | undefined => useEventSource('/x', { parse }).data;
  const useList = <Item>(parse: StandardSchema<Item>) => useEventSource('/x', { parse, accumulate: list() }).data;
  const useLast = <Item>(parse: StandardSchema<Item>, first: Item): Item =>
    useEventSource('/x', { parse, accumulate: reduce((_: Item, item: Item) => item, first) }).data;
  const useCount = <Item>(parse: (event: ServerSentEvent) => Item, accumulate: Accumulator<Item, number>): number =>
    useEventSource('/x', { parse, accumulate }).data;
  const useParts = <Item, Part>(parse: (line: string) => Item, select: (item: Item) => Part): readonly Part[] =>
    useFetchStream('/x', { as: 'lines', parse, select }).data;
  expectTypeOf(useLatest(schema)).toEqualTypeOf<{ v: number } | undefined>();
  expectTypeOf(useList(schema)).toEqualTypeOf<readonly { v: number }[]>();
  expectTypeOf(useLast(schema, { v: 1 })).toEqualTypeOf<{ v: number }>();
  expectTypeOf(useCount(Number, total)).toEqualTypeOf<number>();
  expectTypeOf(useParts(Number, String)).toEqualTypeOf<readonly string[]>();
});

test('an accumulator whose state has a type adds to that state', () => {
  const wrong: Accumulator<string, readonly string[], string[]> = {
    create: () => [],
    // @ts-expect-error push returns a number, which would replace the array
    add: (items, item) => items.push(item),
    snapshot: (items) => [...items],
  };
  const right: Accumulator<string, readonly string[], string[]> = { ...wrong, add: (items, item) => [...items, item] };
  return right;
});

test('initial data is what the accumulator makes', () => {
  useEventSource('/x', { parse: schema, accumulate: list(), initialData: [{ v: 1 }] });
  useEventSource('/x', { parse: ({ data }) => Number(data), accumulate: list(), initialData: [1, 2] });
  useEventSource('/x', { parse: schema, select: ({ v }) => v, initialData: 1 });
  useFetchStream('/x', { initialData: 'Hel' });
  useFetchStream('/x', { as: 'lines', initialData: ['one'] });
  useEventSource('/x', { parse: 'json', initialData: { any: 'thing' } });
  expectTypeOf(useFetchStream('/x', { as: 'lines', initialData: ['one'] }).data).toEqualTypeOf<readonly string[]>();
  createFetchStream('/x', { initialData: 'Hel' }).update({ initialData: 'lo' });
  // @ts-expect-error the items are objects
  useEventSource('/x', { parse: schema, accumulate: list(), initialData: ['one'] });
  // @ts-expect-error the text is a string
  useFetchStream('/x', { initialData: ['one'] });
});
