/** What a block begins with: code in a fence or indented, a list, a table, raw HTML, or anything else. */
export type MarkdownKind = 'code' | 'list' | 'table' | 'html' | 'text';
