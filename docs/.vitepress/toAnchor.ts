const punctuation = /[^\p{L}\p{N}\s_-]/gu;

/** Makes the anchor of a heading as GitHub does, so that a link to it works in both places. */
export function toAnchor(heading: string): string {
  return heading.toLowerCase().replace(punctuation, '').trim().replaceAll(' ', '-');
}
