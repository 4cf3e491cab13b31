export { completeMarkdown, type CompleteMarkdownOptions } from './markdown/completeMarkdown.ts';
export type { MarkdownOptions } from './markdown/createMarkdownAccumulator.ts';
export { markdown, type Markdown } from './markdown/markdown.ts';
export type { MarkdownKind } from './markdown/MarkdownKind.ts';
export type { MarkdownBlock, StreamedMarkdown } from './markdown/StreamedMarkdown.ts';
