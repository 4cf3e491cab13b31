import { useFetchStream } from 'react-streamed';
import { createFetchStream } from 'react-streamed/core';
import { isComplete, json, type DeepPartial } from 'react-streamed/json';
import { openAiChat } from 'react-streamed/providers';
import { expectTypeOf, test } from 'vitest';
import { z } from 'zod';

interface Recipe {
  title: string;
  portions: number | null;
  steps: { text: string; minutes?: number }[];
  place: [row: number, column: number];
}

const schema = z.object({
  title: z.string(),
  portions: z.number().nullable(),
  steps: z.array(z.object({ text: z.string(), minutes: z.number().optional() })),
});

interface PartialRecipe {
  readonly title?: string;
  readonly portions?: number | null;
  readonly steps?: readonly { readonly text?: string; readonly minutes?: number }[];
  readonly place?: readonly [row?: number, column?: number];
}

test('everything of a growing value may be missing', () => {
  expectTypeOf<DeepPartial<Recipe>>().branded.toEqualTypeOf<PartialRecipe>();
  expectTypeOf<DeepPartial<string>>().toEqualTypeOf<string>();
  expectTypeOf<DeepPartial<unknown>>().toEqualTypeOf<unknown>();
  expectTypeOf<DeepPartial<{ a: 1 } | null>>().toEqualTypeOf<{ readonly a?: 1 } | null>();
  expectTypeOf<DeepPartial<Record<string, number[]>>>().toEqualTypeOf<{
    readonly [x: string]: readonly number[] | undefined;
  }>();
});

test('a schema types the data', () => {
  const { data } = useFetchStream('/recipe', { accumulate: json(schema) });
  expectTypeOf(data).branded.toEqualTypeOf<Omit<PartialRecipe, 'place'> | undefined>();
  expectTypeOf(data?.steps?.[0]?.text).toEqualTypeOf<string | undefined>();
});

test('a type argument types the data without a schema', () => {
  const stream = createFetchStream('/recipe', { accumulate: json<Recipe>() });
  expectTypeOf(stream.getSnapshot().data).toEqualTypeOf<DeepPartial<Recipe> | undefined>();
});

test('without a type the data is unknown', () => {
  expectTypeOf(useFetchStream('/recipe', { accumulate: json() }).data).toBeUnknown();
});

test('it composes with a preset, and callbacks know the data', () => {
  useFetchStream('/chat', {
    ...openAiChat,
    accumulate: json<Recipe>(),
    onEnd: (data) => expectTypeOf(data).toEqualTypeOf<DeepPartial<Recipe> | undefined>(),
  });
});

test('any value may be asked about', () => {
  expectTypeOf(isComplete).toEqualTypeOf<(node: unknown) => boolean>();
  // @ts-expect-error a schema of another kind
  json({ type: 'object' });
});
