const accents = /\p{M}/gu;

/** Whether a name contains a query, whatever its case and accents. */
export function fits(name: string, query: string): boolean {
  return fold(name).includes(fold(query));
}

/** Whether a name starts with a query, whatever its case and accents. */
export function startsLike(name: string, query: string): boolean {
  return fold(name).startsWith(fold(query));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(accents, '').toLowerCase();
}
