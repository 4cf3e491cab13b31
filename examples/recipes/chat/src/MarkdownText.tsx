import { memo, useEffect } from 'react';
import Markdown from 'react-markdown';
import { useTypewriter } from 'react-streamed';
import { completeMarkdown, markdown } from 'react-streamed/markdown';
import remarkGfm from 'remark-gfm';

interface MarkdownTextProps {
  readonly text: string;
  readonly isStreaming: boolean;
  /** Called with text for the live region of the page, in whole sentences. */
  onAnnounce(text: string): void;
}

/** Types a Markdown text. Its finished blocks do not render again, so a reader can select text in them. */
export function MarkdownText({ text, isStreaming, onAnnounce }: MarkdownTextProps) {
  const typewriter = useTypewriter(text, { isStreaming, split: markdown, initial: 'type' });
  const { blocks, tail, isTyping, announcement } = typewriter;
  useEffect(() => {
    if (announcement) onAnnounce(announcement);
  }, [announcement, onAnnounce]);
  return (
    // Screen readers get the text by the live region until it is typed.
    <div className="chat-text" aria-hidden={isTyping}>
      {blocks.map((block, index) => (
        <Block key={index} text={block} />
      ))}
      {tail && <Block key={blocks.length} text={isTyping ? completeMarkdown(tail, { math: false }) : tail} />}
    </div>
  );
}

const plugins = [remarkGfm];

/** A model may repeat what others wrote. Its images would load without a click and could carry data to their host. */
const components = { img: ({ alt }: { alt?: string | undefined }) => <em>{alt}</em> };

const Block = memo(function Block({ text }: { readonly text: string }) {
  return (
    <Markdown remarkPlugins={plugins} components={components}>
      {text}
    </Markdown>
  );
});
