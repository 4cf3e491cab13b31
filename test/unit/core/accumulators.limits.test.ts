import { blocks, concat, list, StreamError, type Accumulator } from 'react-streamed/core';
import { describe, expect, it } from 'vitest';
import { assertTextFits } from '../../../src/core/items/accumulators/assertTextFits.ts';

/** Engines defer the copy of a repeated string, so it costs nothing until it is read. */
const quarter = 'x'.repeat(2 ** 27);

describe('the text of an accumulator', () => {
  it('may be as long as the longest string', () => {
    expect(() => assertTextFits(0)).not.toThrow();
    expect(() => assertTextFits(536_870_888)).not.toThrow();
  });

  it('is refused with event-too-large past that, and the message says how long it may be', () => {
    expect(() => assertTextFits(536_870_889)).toThrow(StreamError);
    expect(() => assertTextFits(536_870_889)).toThrow(
      expect.objectContaining({
        code: 'event-too-large',
        message: expect.stringMatching(/^The text exceeds 536870888 characters\. See https:\S+event-too-large\.md$/),
      }),
    );
  });

  it.each<[string, Accumulator<unknown, unknown>]>([
    ['concat', concat()],
    ['blocks', blocks()],
  ])('is added up by %s, which continues with what fits', (_, accumulate) => {
    let state = accumulate.create();
    const add = (item: string) => {
      state = accumulate.add(state, item) ?? state;
    };
    for (let i = 0; i < 3; i++) add(quarter);
    expect(() => add(quarter)).toThrow(StreamError);
    add('it still fits');
    expect(() => add(quarter)).toThrow(StreamError);
  });
});

describe('list with a limit', () => {
  it('holds fewer than twice as many items, and shows the latest ones', () => {
    const accumulate = list<number>({ limit: 3 });
    const state = accumulate.create() as number[];
    const held: number[][] = [];
    const shown: (readonly number[])[] = [];
    for (let item = 1; item <= 9; item += 1) {
      accumulate.add(state, item);
      held.push([...state]);
      shown.push(accumulate.snapshot(state));
    }
    expect(held.map((items) => items.length)).toEqual([1, 2, 3, 4, 5, 3, 4, 5, 3]);
    expect(held[5]).toEqual([4, 5, 6]);
    expect(shown).toEqual([[1], [1, 2], ...[1, 2, 3, 4, 5, 6, 7].map((first) => [first, first + 1, first + 2])]);
  });

  it('drops nothing without one', () => {
    const accumulate = list<number>();
    const state = accumulate.create() as number[];
    for (let item = 1; item <= 100; item += 1) accumulate.add(state, item);
    expect(accumulate.snapshot(state)).toHaveLength(100);
  });
});
