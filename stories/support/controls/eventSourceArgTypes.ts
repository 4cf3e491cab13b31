import type { ArgTypes } from '@storybook/react-vite';
import type { ServerSentEvent } from 'react-streamed/core';
import type { EventSourceDemoProps } from '../demos/EventSourceDemo.tsx';
import { callbackArgTypes, spiesOf } from './callbacks.ts';
import { notSet, selectOf } from './choices.ts';
import { itemArgTypes } from './itemArgTypes.ts';
import { policies } from './policies.ts';
import { requestArgTypes } from './requestArgTypes.ts';

const callbacks = ['onComment', 'onOpen', 'onEvent', 'onParseError', 'onError', 'onClose'] as const;
const items = { category: 'The items' };
const stream = { category: 'The stream' };

/** The callbacks of `useEventSource`. */
export const eventSourceSpies = spiesOf(...callbacks);

/** Controls for every option of `useEventSource`. */
export const eventSourceArgTypes: Partial<ArgTypes<EventSourceDemoProps>> = {
  ...requestArgTypes,
  ...itemArgTypes,
  ...callbackArgTypes(...callbacks),
  url: { control: 'text' },
  types: {
    table: items,
    control: 'inline-check',
    options: ['message', 'price', 'trade', 'heartbeat', 'notice', 'end'],
  },
  initialLastEventId: { table: stream, control: 'text' },
  reconnect: { table: stream, ...selectOf(policies) },
  share: { table: stream, ...selectOf({ false: false, true: true, "'readings'": 'readings' }) },
  parse: {
    table: items,
    ...selectOf({
      "'text'": 'text',
      "'json'": 'json',
      "{ price: 'json', trade: 'json' }": { price: 'json', trade: 'json' },
      '({ data }) => data.length': ({ data }: ServerSentEvent) => data.length,
    }),
  },
  until: {
    table: items,
    ...selectOf({ ...notSet, "({ type }) => type === 'end'": ({ type }: ServerSentEvent) => type === 'end' }),
  },
  select: {
    table: items,
    ...selectOf({
      ...notSet,
      '(item, { lastEventId }) => lastEventId': (_item: unknown, { lastEventId }: ServerSentEvent) => lastEventId,
    }),
  },
};
