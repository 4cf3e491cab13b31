import { asText } from '../asText.ts';
import type { PartChange } from './PartChange.ts';

/** Makes a change of the reason why an answer ends, if there is one. */
export function finishChange(reason: unknown): readonly PartChange[] {
  const finishReason = asText(reason);
  return finishReason === undefined ? [] : [{ finishReason }];
}
