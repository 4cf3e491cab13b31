import { isComplete, json } from 'react-streamed/json';

/** What became of a text that `json()` has read. */
export interface JsonReading {
  /** The snapshot after each chunk. */
  readonly snapshots: readonly unknown[];
  /** What `add` threw. */
  readonly errors: readonly unknown[];
}

/** Freezes a value deeply, so that a later change of it throws. */
export function freezeDeeply(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freezeDeeply);
}

/** Adds the chunks to `json()` and takes a snapshot after each. */
export function readJson(chunks: readonly string[]): JsonReading {
  const accumulator = json();
  const state = accumulator.create();
  const errors: unknown[] = [];
  const snapshots = chunks.map((chunk) => {
    try {
      accumulator.add(state, chunk);
    } catch (error) {
      errors.push(error);
    }
    return accumulator.snapshot(state);
  });
  return { snapshots, errors };
}

/** Cuts a text into chunks of a length. */
export function chunksOf(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}

/** Every object and array in a value, with itself. */
export function nodesOf(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(nodesOf)];
}

/** The objects and arrays in a snapshot that have been closed. */
export function closedNodesOf(snapshot: unknown): object[] {
  return nodesOf(snapshot).filter(isComplete);
}
