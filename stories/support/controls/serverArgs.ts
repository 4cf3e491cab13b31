import type { ArgTypes } from '@storybook/react-vite';
import type { ServerSettings } from '../server/createMockServer.ts';

/** A server that does well. */
export const serverArgs: ServerSettings = { delay: 250, burst: 1, dropRate: 0, chunkSize: 0, error: 'none' };

const describe = (description: string) => ({ description, table: { category: 'The mock server' } });

/** Controls of a mock server. */
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
    ...describe('How many bytes a chunk has. 0: each write is one chunk.'),
    control: { type: 'range', min: 0, max: 32 },
  },
  error: {
    ...describe('What goes wrong. To change it breaks the connection that is open.'),
    control: 'inline-radio',
    options: ['none', '401', '503', 'network'],
  },
};

/** Shows the server's controls and a few of the hook's in the panel. The docs page has all of them. */
export function pickControls(...options: readonly string[]) {
  return { include: [...Object.keys(serverArgs), ...options] };
}
