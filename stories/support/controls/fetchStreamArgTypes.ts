import type { ArgTypes } from '@storybook/react-vite';
import type { FetchStreamDemoProps } from '../demos/FetchStreamDemo.tsx';
import { callbackArgTypes, spiesOf } from './callbacks.ts';
import { notSet, selectOf } from './choices.ts';
import { itemArgTypes } from './itemArgTypes.ts';
import { policies } from './policies.ts';
import { requestArgTypes } from './requestArgTypes.ts';
import { resumptions } from './resumptions.ts';

const callbacks = ['onOpen', 'onItem', 'onEnd', 'onStop', 'onError'] as const;
const items = { category: 'The items' };

/** The callbacks of `useFetchStream`. */
export const fetchStreamSpies = spiesOf(...callbacks);

/** Controls for every option of `useFetchStream`. */
export const fetchStreamArgTypes: Partial<ArgTypes<FetchStreamDemoProps>> = {
  ...requestArgTypes,
  ...itemArgTypes,
  ...callbackArgTypes(...callbacks),
  url: { control: 'text' },
  as: { table: items, control: 'select', options: ['text', 'lines', 'json-lines', 'events', 'bytes'] },
  resume: { table: { category: 'The stream' }, ...selectOf(resumptions) },
  retry: { table: { category: 'The stream' }, ...selectOf(policies) },
  parse: {
    table: items,
    ...selectOf({ ...notSet, "'text'": 'text', "'json'": 'json', '(raw) => raw.length': (raw: string) => raw.length }),
  },
  until: {
    table: items,
    ...selectOf({
      ...notSet,
      "(event) => event.data === '[DONE]'": (event: { data?: string }) => event.data === '[DONE]',
      "(chunk) => chunk === '[DONE]'": (chunk: unknown) => chunk === '[DONE]',
    }),
  },
  select: {
    table: items,
    ...selectOf({ ...notSet, '(item) => String(item).toUpperCase()': (item: unknown) => String(item).toUpperCase() }),
  },
};
