import { asNumber } from '../asNumber.ts';
import type { PartChange } from './PartChange.ts';

/** Makes a change of the figures that a provider sends. There is none if they are not numbers. */
export function usageChange(input: unknown, output: unknown): readonly PartChange[] {
  const inputTokens = asNumber(input);
  const outputTokens = asNumber(output);
  const hasNone = inputTokens === undefined && outputTokens === undefined;
  return hasNone ? [] : [{ usage: { inputTokens, outputTokens } }];
}
