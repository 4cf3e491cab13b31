import type { Reading } from '../recording/createRecording.ts';

/** What each lane says in words. */
export type LaneTexts = Readonly<Record<'bytes' | 'items' | 'commits' | 'shown', string>>;

/** Writes what has been received, parsed, committed and shown at one moment. */
export function writeReading({ bytes, items, snapshots, commits, shown }: Reading): LaneTexts {
  return {
    bytes: `${write(bytes.size)} B in ${count(bytes.count, 'chunk')}`,
    items: `${count(items.count, 'event')} in ${count(snapshots.count, 'snapshot')}`,
    commits: `${count(commits.size, 'event')} in ${count(commits.count, 'commit')}`,
    shown: `${write(shown.size)} of ${write(items.size)} shown`,
  };
}

function write(value: number): string {
  return value.toLocaleString('en');
}

function count(value: number, noun: string): string {
  return `${write(value)} ${noun}${value === 1 ? '' : 's'}`;
}
