/** Fences, rules, underlines and delimiter rows, the markers of headings, quotes, bullets and tasks, and inline markers. */
const markers =
  /^[ \t>]*(?:(?:```|~~~).*|[-=*_|: \t]+)$|^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-+*][ \t]+(?:\[[ x]\][ \t]+)?)+|<\/?[a-z][^<>]*>|\*\*|~~|`|\|/gim;

const link = /!?\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g;

/** Emphasis by single characters, which are part of a word or a sum elsewhere. */
const emphasis = /(^|[^\p{L}\p{N}])[*_]+(?=\S)|(\S)[*_]+(?![\p{L}\p{N}])/gu;

/** Removes the markers of Markdown, so that a screen reader does not read them out. The text may be any part of a document. */
export function toPlainText(text: string): string {
  return text.replace(link, '$1').replace(markers, '').replace(emphasis, '$1$2');
}
