/** Takes text as it is; anything else, and an empty text, is nothing. */
export function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
