/** What a simulated network does to the bytes that it carries. */
export interface NetworkConditions {
  /** How long anything takes in one direction, in milliseconds. */
  readonly latency: number;
  /** By how much the latency grows at random, in milliseconds. */
  readonly jitter: number;
  /** How fast the server can send, in kB/s. `Infinity` means without a limit. */
  readonly bandwidth: number;
  /** The most bytes that arrive together. An event is cut anywhere, also inside of a character. */
  readonly chunkSize: number;
  /** How likely each chunk is to break the connection, in percent. */
  readonly dropRate: number;
}

const fast: NetworkConditions = { latency: 20, jitter: 0, bandwidth: Infinity, chunkSize: 4096, dropRate: 0 };

/** Networks to begin with, by their names. */
export const networks = {
  Fast: fast,
  Phone: { latency: 200, jitter: 100, bandwidth: 5, chunkSize: 64, dropRate: 0 },
  Train: { latency: 500, jitter: 500, bandwidth: 1, chunkSize: 64, dropRate: 2 },
  'Single bytes': { ...fast, bandwidth: 0.5, chunkSize: 1 },
} as const satisfies Record<string, NetworkConditions>;

/** The name of a network. */
export type NetworkName = keyof typeof networks;

/** The names of the networks. */
export const networkNames = Object.keys(networks) as NetworkName[];
