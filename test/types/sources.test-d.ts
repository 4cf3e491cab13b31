import { expectTypeOf, test } from 'vitest';
import {
  list,
  reduce,
  useEventSource,
  useFetchStream,
  type Attempt,
  type StreamSource,
  type StreamUrl,
} from 'react-streamed';
import { createEventSource, createFetchStream } from 'react-streamed/core';
import { z } from 'zod';

interface Token {
  text: string;
  index: number;
}

declare function chat(options: { signal: AbortSignal }): AsyncGenerator<Token>;
declare function ask(options?: { signal: AbortSignal }): Promise<AsyncIterable<Token>>;
declare function events(): ReadableStream<Token>;
declare function bytes(attempt?: Attempt): Promise<ReadableStream<Uint8Array>>;
declare function words(): AsyncIterable<string>;

test('the items of a url function are the items of the stream', () => {
  expectTypeOf(useFetchStream(({ signal }) => chat({ signal }), { accumulate: list() }).data).toEqualTypeOf<
    readonly Token[]
  >();
  expectTypeOf(useFetchStream(async ({ signal }) => ask({ signal }), { accumulate: list() }).data).toEqualTypeOf<
    readonly Token[]
  >();
  expectTypeOf(useFetchStream(() => events(), { as: 'lines' }).data).toEqualTypeOf<readonly Token[]>();
  expectTypeOf(useFetchStream(words).data).toEqualTypeOf<string>();
  expectTypeOf(
    createFetchStream(({ signal }) => chat({ signal }), { accumulate: list() }).getSnapshot().data,
  ).toEqualTypeOf<readonly Token[]>();
});

test('a url function may be conditional', () => {
  const isOn = Math.random() > 0.5;
  expectTypeOf(
    useFetchStream(isOn ? ({ signal }) => chat({ signal }) : null, { accumulate: list() }).data,
  ).toEqualTypeOf<readonly Token[]>();
  expectTypeOf(
    useFetchStream(isOn ? ({ signal }) => ask({ signal }) : undefined, {
      select: ({ index }) => index,
      accumulate: list(),
    }).data,
  ).toEqualTypeOf<readonly number[]>();
});

test('callbacks without annotations know the items', () => {
  const { data } = useFetchStream(({ signal }) => chat({ signal }), {
    until: (token) => expectTypeOf(token).toEqualTypeOf<Token>(),
    fail: (token) => expectTypeOf(token).toEqualTypeOf<Token>(),
    select: (token) => token.text.length,
    accumulate: list(),
    onItem: (token) => expectTypeOf(token).toEqualTypeOf<Token>(),
    onEnd: (numbers) => expectTypeOf(numbers).toEqualTypeOf<readonly number[]>(),
  });
  expectTypeOf(data).toEqualTypeOf<readonly number[]>();
});

test('callbacks may be annotated', () => {
  const { data } = useFetchStream(({ signal }) => chat({ signal }), {
    select: (token: Token) => token.index,
    accumulate: reduce((sum: number, index: number) => sum + index, 0),
  });
  expectTypeOf(data).toEqualTypeOf<number>();
  const longest = reduce((length: number, token: Token) => Math.max(length, token.text.length), 0);
  expectTypeOf(useFetchStream(({ signal }) => ask({ signal }), { accumulate: longest }).data).toEqualTypeOf<number>();
});

test('a parser takes the items', () => {
  expectTypeOf(
    useFetchStream(({ signal }) => chat({ signal }), { parse: (token) => token.index, accumulate: list() }).data,
  ).toEqualTypeOf<readonly number[]>();
  expectTypeOf(
    useFetchStream(() => chat({ signal: AbortSignal.abort() }), {
      parse: z.object({ index: z.number() }),
      accumulate: list(),
    }).data,
  ).toEqualTypeOf<readonly { index: number }[]>();
});

test('an accumulator of other items is an error', () => {
  const total = reduce((sum: number, line: string) => sum + line.length, 0);
  // @ts-expect-error the items are objects
  useFetchStream(() => events(), { accumulate: total });
  // @ts-expect-error the items are objects
  useFetchStream(({ signal }) => chat({ signal }), { accumulate: total });
  // @ts-expect-error the items are objects
  useFetchStream(({ signal }) => chat({ signal }), { accumulate: list<string>() });
});

test('bytes and responses are read as the format says', () => {
  expectTypeOf(useFetchStream(bytes).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream(({ signal }) => fetch('/x', { signal })).data).toEqualTypeOf<string>();
  expectTypeOf(useFetchStream((attempt) => bytes(attempt), { as: 'lines' }).data).toEqualTypeOf<readonly string[]>();
  expectTypeOf(
    useFetchStream(async ({ number }) => `/x?${number}`, { as: 'lines', select: (line) => line.length }).data,
  ).toEqualTypeOf<readonly number[]>();
  expectTypeOf(
    useEventSource(({ signal }) => fetch('/x', { signal }), { parse: 'json', accumulate: list() }).data,
  ).toEqualTypeOf<readonly unknown[]>();
  createEventSource(bytes);
});

test('an event source takes no items', () => {
  // @ts-expect-error events come as bytes
  useEventSource(({ signal }) => chat({ signal }));
  // @ts-expect-error events come as bytes
  createEventSource(() => events());
});

test('a stream answers something that can be read', () => {
  // @ts-expect-error a number is not a stream
  useFetchStream(() => 1);
  // @ts-expect-error an array is not a stream
  useFetchStream(({ number }) => [number]);
});

test('your own hook may take any url', () => {
  const useText = (url: StreamUrl) => useFetchStream(url).data;
  const useItems = (source: StreamSource) => useFetchStream(source, { accumulate: list() }).data;
  const useTokens = <Item>(source: (attempt: Attempt) => AsyncIterable<Item>) =>
    useFetchStream(source, { accumulate: list() }).data;
  expectTypeOf(useText('/x')).toEqualTypeOf<string>();
  expectTypeOf(useItems('/x')).toEqualTypeOf<readonly unknown[]>();
  expectTypeOf(useTokens(words)).toEqualTypeOf<readonly string[]>();
});

test('initial data goes with the items of a url function', () => {
  const saved: Token[] = [];
  useFetchStream(({ signal }) => chat({ signal }), { accumulate: list(), initialData: saved });
  // @ts-expect-error the items are objects
  useFetchStream(({ signal }) => chat({ signal }), { accumulate: list(), initialData: ['one'] });
});
