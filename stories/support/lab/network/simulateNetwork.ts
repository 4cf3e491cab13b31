import type { Clock } from 'react-streamed/core';
import { createRandom } from '../../../../test/support/createRandom.ts';
import { createConnection, type Connection } from './createConnection.ts';
import type { NetworkConditions } from './NetworkConditions.ts';

/** A network between a page and a server. */
export interface SimulatedNetwork {
  /** Sends a request over the network. */
  readonly fetch: typeof globalThis.fetch;
  /** How many bytes the server has written that the network could not take yet. */
  readonly waiting: number;
  /** Changes the conditions, also for what is under way. */
  update(conditions: NetworkConditions): void;
  /** Breaks all connections. */
  cut(): void;
}

/** Options of a simulated network. */
export interface NetworkOptions {
  readonly conditions: NetworkConditions;
  /** Decides what is left to chance: the same bytes at the same times arrive alike with the same seed. */
  readonly seed: number;
  readonly clock: Pick<Clock, 'now' | 'setTimeout' | 'clearTimeout'>;
  /** Called when a chunk arrives at the page. */
  readonly onChunk?: (chunk: Uint8Array) => void;
  /** Called when the drop rate breaks a connection. */
  readonly onDrop?: () => void;
}

const precision = 2 ** 32;

/** Puts a network between a page and the fetch of a mock server. */
export function simulateNetwork(server: typeof globalThis.fetch, options: NetworkOptions): SimulatedNetwork {
  const { seed, clock, onChunk = () => {}, onDrop = () => {} } = options;
  const { below } = createRandom(seed);
  const connections = new Set<Connection>();
  let { conditions } = options;

  const fetch: typeof globalThis.fetch = (input, init) => {
    const connection = createConnection((signal) => server(input, { ...init, signal }), init?.signal, {
      clock,
      random: () => below(precision) / precision,
      conditions: () => conditions,
      onChunk,
      onDrop,
      onClose: () => connections.delete(connection),
    });
    connections.add(connection);
    return connection.response;
  };

  return {
    fetch,
    get waiting() {
      return [...connections].reduce((sum, { waiting }) => sum + waiting, 0);
    },
    update: (next) => {
      conditions = next;
      for (const connection of connections) connection.update();
    },
    cut: () => {
      for (const connection of connections) connection.cut();
    },
  };
}
