/** Cuts a text into chunks of a length. */
export function cut(text, length) {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, index) =>
    text.slice(index * length, (index + 1) * length),
  );
}
