import { memo } from 'react';
import Markdown from 'react-markdown';
import rehypeHighlight from 'rehype-highlight';
import remarkGfm from 'remark-gfm';
import type { SealedText } from 'react-streamed';
import { completeMarkdown } from 'react-streamed/markdown';
import './AnswerText.css';

interface AnswerTextProps {
  /** The part of the answer to show now. */
  answer: SealedText;
  isTyping: boolean;
}

/** An answer in Markdown. Its finished blocks do not render again, so that a reader can select text in them meanwhile. */
export function AnswerText({ answer, isTyping }: AnswerTextProps) {
  const { blocks, tail } = answer;
  return (
    <>
      {blocks.map((text, index) => (
        <Block key={index} text={text} isOpen={false} />
      ))}
      {tail && <Block key={blocks.length} text={tail} isOpen={isTyping} />}
    </>
  );
}

const plugins = [remarkGfm];
const highlighters = [rehypeHighlight];
const noHighlighters: [] = [];

/** Highlighting is the most expensive part, so that a fence is highlighted once, when it is finished. */
const Block = memo(function Block({ text, isOpen }: { text: string; isOpen: boolean }) {
  return (
    <div className="answer-block">
      <Markdown remarkPlugins={plugins} rehypePlugins={isOpen ? noHighlighters : highlighters}>
        {isOpen ? completeMarkdown(text, { math: false }) : text}
      </Markdown>
    </div>
  );
});
