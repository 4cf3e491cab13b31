import type { ArgTypes } from '@storybook/react-vite';
import { blocks, concat, latest, list, reduce } from 'react-streamed';
import type { EventSourceOptions } from 'react-streamed/core';
import { notSet, selectOf } from './choices.ts';
import { slowClock } from './slowClock.ts';

const table = { category: 'The items' };

type ItemOptions = Pick<
  EventSourceOptions,
  | 'accumulate'
  | 'initialData'
  | 'keepPrevious'
  | 'throttle'
  | 'maxEventSize'
  | 'enabled'
  | 'clock'
  | 'fail'
  | 'requireUntil'
> & { streamKey?: EventSourceOptions['key'] };

/** Controls for what becomes of the items of a stream, which both network hooks take. */
export const itemArgTypes: Partial<ArgTypes<ItemOptions>> = {
  enabled: { control: 'boolean', table: { category: 'The stream' } },
  // React keeps the name `key` for itself, so the demos take the option under another one.
  streamKey: { name: 'key', control: 'text', table: { category: 'The stream' } },
  clock: { ...selectOf({ ...notSet, slowClock }), table: { category: 'The stream' } },
  fail: {
    table,
    ...selectOf({ ...notSet, '(item) => item?.error': (item: { error?: unknown } | null) => item?.error }),
  },
  requireUntil: {
    table,
    ...selectOf({ false: false, true: true, "(item) => item === 'end'": (item: unknown) => item === 'end' }),
  },
  accumulate: {
    table,
    ...selectOf({
      ...notSet,
      'latest()': latest(),
      'list({ limit: 10 })': list({ limit: 10 }),
      'list()': list(),
      'concat()': concat(),
      'blocks()': blocks(),
      'reduce((count) => count + 1, 0)': reduce((count: number) => count + 1, 0),
    }),
  },
  initialData: {
    table,
    ...selectOf({ ...notSet, "'Yesterday: '": 'Yesterday: ', "['Yesterday']": ['Yesterday'] }),
  },
  keepPrevious: { table, control: 'boolean' },
  throttle: { table, control: 'select', options: ['auto', 'frame', 'none', 100, 500] },
  maxEventSize: { table, control: { type: 'number', min: 1 } },
};
