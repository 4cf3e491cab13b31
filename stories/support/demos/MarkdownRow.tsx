import { memo, useInsertionEffect } from 'react';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import { completeMarkdown } from 'react-streamed/markdown';

interface MarkdownRowProps {
  readonly text: string;
  readonly isOpen: boolean;
  /** Called each time that the row was rendered. It must keep its identity. */
  readonly onRendered?: (() => void) | undefined;
}

const plugins = [remarkGfm];
const highlighters = [rehypeHighlight];
const noHighlighters: [] = [];

/** A block of Markdown. It is completed while it is open, and highlighted once it is finished. */
export const MarkdownRow = memo(function MarkdownRow({ text, isOpen, onRendered }: MarkdownRowProps) {
  // The one effect that StrictMode does not run twice.
  useInsertionEffect(() => onRendered?.());
  return (
    <Markdown remarkPlugins={plugins} rehypePlugins={isOpen ? noHighlighters : highlighters}>
      {isOpen ? completeMarkdown(text, { math: false }) : text}
    </Markdown>
  );
});
