import type { ArgTypes } from '@storybook/react-vite';
import type { Attempt, RequestOptions } from 'react-streamed/core';
import { notSet, selectOf } from './choices.ts';
import { offlineFetch, overloadedFetch } from './fetches.ts';
import { offlineLifecycle } from './lifecycles.ts';

const table = { category: 'The request' };

/** Controls for the options of a request, which both network hooks take. */
export const requestArgTypes: Partial<ArgTypes<RequestOptions>> = {
  method: { table, control: 'select', options: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] },
  body: {
    table,
    ...selectOf({
      ...notSet,
      "{ prompt: 'What is a stream?' }": { prompt: 'What is a stream?' },
      "'plain text'": 'plain text',
      '({ number }) => ({ attempt: number })': ({ number }: Attempt) => ({ attempt: number }),
    }),
  },
  headers: {
    table,
    ...selectOf({
      ...notSet,
      "{ authorization: 'Bearer abc' }": { authorization: 'Bearer abc' },
      "({ number }) => ({ 'x-attempt': String(number) })": ({ number }: Attempt) => ({ 'x-attempt': String(number) }),
    }),
  },
  credentials: { table, control: 'select', options: ['omit', 'same-origin', 'include'] },
  mode: { table, control: 'select', options: ['cors', 'no-cors', 'same-origin'] },
  cache: {
    table,
    control: 'select',
    options: ['default', 'force-cache', 'no-cache', 'no-store', 'only-if-cached', 'reload'],
  },
  redirect: { table, control: 'select', options: ['follow', 'error', 'manual'] },
  referrer: { table, control: 'text' },
  referrerPolicy: {
    table,
    control: 'select',
    options: ['no-referrer', 'origin', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin', 'unsafe-url'],
  },
  integrity: { table, control: 'text' },
  priority: { table, control: 'select', options: ['auto', 'high', 'low'] },
  fetch: {
    table,
    ...selectOf({
      "the story's server": undefined,
      offlineFetch,
      overloadedFetch,
    }),
  },
  lifecycle: { table, ...selectOf({ "the page's": undefined, offlineLifecycle }) },
  signal: { table, ...selectOf({ ...notSet, 'AbortSignal.abort()': AbortSignal.abort() }) },
  connectTimeout: { table, control: { type: 'number', min: 0, step: 500 } },
  idleTimeout: { table, control: { type: 'number', min: 0, step: 500 } },
};
