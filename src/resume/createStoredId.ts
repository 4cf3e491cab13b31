import { readSafely } from '../core/readSafely.ts';
import type { ResumeStorage } from './ResumableOptions.ts';

/** Keeps the id of one answer over a reload. A storage may be full or forbidden, which must not break the stream. */
export interface StoredId {
  read(): string | undefined;
  write(id: string): void;
  /** Removes the id, unless another tab has stored a different one. */
  remove(id: string): void;
}

/** Creates the place of an id in a storage. Without a storage or a key, nothing is kept. */
export function createStoredId(storage: ResumeStorage | undefined, key: string | number | undefined): StoredId {
  const place = key === undefined ? undefined : storage;
  const name = `react-streamed:${key}`;
  const read = () => readSafely(() => place?.getItem(name)) ?? undefined;
  return {
    read,
    write: (id) => readSafely(() => place?.setItem(name, id)),
    remove: (id) => {
      if (read() === id) readSafely(() => place?.removeItem(name));
    },
  };
}
