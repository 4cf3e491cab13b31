import type { ArgTypes } from '@storybook/react-vite';
import { networkNames } from './network/NetworkConditions.ts';
import type { LabSettings } from './useLab.ts';

interface TimedOptions extends LabSettings {
  url: string;
  idleTimeout?: number | undefined;
  connectTimeout?: number | undefined;
}

const network = { category: 'The simulated network' };
const timeout = { type: 'number', min: 0, step: 500 } as const;

/** Controls that both labs have. */
export const labArgTypes: Partial<ArgTypes<TimedOptions & { throttle: unknown }>> = {
  url: { control: 'text' },
  network: { table: network, control: 'select', options: networkNames },
  seed: { table: network, control: { type: 'number', min: 0, step: 1 } },
  idleTimeout: { control: timeout },
  connectTimeout: { control: timeout },
  throttle: { control: 'select', options: ['auto', 'frame', 'none', 100, 500, 1000] },
};

/** What both labs begin with. */
export const labArgs = {
  network: 'Phone',
  seed: 1,
  idleTimeout: 3000,
  connectTimeout: 5000,
  throttle: 'auto',
} as const;

/** The options that both labs give their hook, for its code in the docs. */
export const givenToBoth = {
  headers: '() => ({ authorization: `Bearer ${readToken()}` })',
  parse: '({ data }) => JSON.parse(data)',
  until: "({ data }) => data === '[DONE]'",
  requireUntil: 'true',
  fail: '({ error }) => error',
  maxEventSize: '1000',
};
