import type { ArgTypes } from '@storybook/react-vite';
import type { ServerSettings } from '../server/createMockServer.ts';

/** A server without problems. */
export const serverArgs: ServerSettings = { delay: 700, burst: 1, dropRate: 0, chunkSize: 0, failure: 'none' };

const describe = (description: string) => ({ description, table: { category: 'The mock server' } });

/** Controls for a mock server. */
export const serverArgTypes: Partial<ArgTypes<ServerSettings>> = {
  delay: {
    ...describe('Milliseconds between two bursts.'),
    control: { type: 'range', min: 0, max: 2000, step: 50 },
  },
  burst: { ...describe('How many items the server writes at once.'), control: { type: 'range', min: 1, max: 50 } },
  dropRate: {
    ...describe('How likely the connection is to break after a burst, in percent.'),
    control: { type: 'range', min: 0, max: 100, step: 5 },
  },
  chunkSize: {
    ...describe('How many bytes a chunk has. With 0, each write is one chunk.'),
    control: { type: 'range', min: 0, max: 32 },
  },
  failure: {
    ...describe('What goes wrong. Changing it breaks the connection that is open.'),
    control: 'inline-radio',
    options: ['none', '401', '503', 'network'],
  },
};
