import type { Turn } from './useConversation.ts';

const key = 'turns';

/** Reads the conversation that the page kept, for a reload or a second tab. */
export function readTurns(): readonly Turn[] {
  return JSON.parse(localStorage.getItem(key) ?? '[]') as readonly Turn[];
}

/** Keeps the conversation. The answer that streams is kept by the server. */
export function storeTurns(turns: readonly Turn[]): void {
  localStorage.setItem(key, JSON.stringify(turns));
}
