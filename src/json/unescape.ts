/** An escape at the start of a text, or the part of it that has arrived if nothing follows. */
const escapeForm = /^\\(?:["\\/bfnrt]|u[\da-fA-F]{4}|(?:u[\da-fA-F]{0,3})?$)/;
const controls: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The longest escape. */
export const escapeLength = 6;

/** Finds the escape at the start of a text, or what has arrived of it. */
export function findEscape(text: string): string | undefined {
  return escapeForm.exec(text)?.[0];
}

/** Returns the character that an escape stands for, or `undefined` if only a part of the escape has arrived. */
export function unescape(escape: string): string | undefined {
  const letter = escape[1];
  if (letter !== 'u') return letter && (controls[letter] ?? letter);
  return escape.length === escapeLength ? String.fromCharCode(Number.parseInt(escape.slice(2), 16)) : undefined;
}
