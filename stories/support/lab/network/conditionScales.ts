import type { NetworkConditions } from './NetworkConditions.ts';

/** What a slider can set one of the conditions to. */
export interface ConditionScale {
  readonly label: string;
  /** The values from left to right. */
  readonly stops: readonly number[];
  /** Writes a value with its unit. */
  write(value: number): string;
}

const writeMilliseconds = (value: number) => `${value.toLocaleString('en')} ms`;

/** The sliders of a network, from top to bottom. */
export const conditionScales: Readonly<Record<keyof NetworkConditions, ConditionScale>> = {
  latency: {
    label: 'Latency',
    stops: [0, 20, 50, 100, 200, 300, 500, 750, 1000, 2000],
    write: writeMilliseconds,
  },
  jitter: {
    label: 'Jitter',
    stops: [0, 20, 50, 100, 200, 300, 500, 750, 1000, 2000],
    write: writeMilliseconds,
  },
  bandwidth: {
    label: 'Bandwidth',
    stops: [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 50, 100, Infinity],
    write: (value) => (value === Infinity ? 'unlimited' : `${value} kB/s`),
  },
  chunkSize: {
    label: 'Chunk size',
    stops: [1, 2, 3, 5, 8, 16, 32, 64, 128, 256, 512, 1024, 4096],
    write: (value) => `${value.toLocaleString('en')} B`,
  },
  dropRate: {
    label: 'Drop rate',
    stops: [0, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100],
    write: (value) => `${value} %`,
  },
};
