const special = /[.*+?^${}()|[\]\\]/g;

/** Makes a pattern that finds a text in upper or lower case. Returns `undefined` for an empty text. */
export function toPattern(text: string): RegExp | undefined {
  if (text === '') return undefined;
  // The group makes `split` keep what it finds.
  return new RegExp(`(${text.replace(special, '\\$&')})`, 'gi');
}
