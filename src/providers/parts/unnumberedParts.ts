import { asText } from '../asText.ts';
import type { PartChange } from './PartChange.ts';

const endOfText: PartChange = { at: 'text', close: true };
const endOfReasoning: PartChange = { at: 'reasoning', close: true };

/**
 * Adds to the text or the reasoning of a format that does not mark their ends: each ends when the other one begins. If
 * nothing is added, nothing changes.
 */
export function addText(type: 'text' | 'reasoning', text: unknown): readonly PartChange[] {
  const addition = asText(text);
  if (addition === undefined) return [];
  return [type === 'text' ? endOfReasoning : endOfText, { at: type, type, text: addition }];
}

/** Changes a tool call of such a format, which ends the text and the reasoning. */
export function addTool(change: PartChange): readonly PartChange[] {
  return [endOfText, endOfReasoning, change];
}
