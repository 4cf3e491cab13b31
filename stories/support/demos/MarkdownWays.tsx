import { createContext, memo, useContext, useInsertionEffect } from 'react';
import { useFetchStream } from 'react-streamed';
import { markdown } from 'react-streamed/markdown';
import { Block, Streamdown, type BlockProps } from 'streamdown';
import { MarkdownRow } from './MarkdownRow.tsx';

/** What each way of rendering a streamed answer is given. */
export interface MarkdownWayProps {
  readonly url: string;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Called each time that a row was rendered. */
  readonly onRendered: () => void;
  readonly onEnd: () => void;
}

/** react-markdown renders the whole text again at each update. */
export function WholeMarkdown({ url, fetch, onRendered, onEnd }: MarkdownWayProps) {
  const { data, isStreaming } = useFetchStream(url, { fetch, onEnd });
  return <MarkdownRow text={data} isOpen={isStreaming} onRendered={onRendered} />;
}

const Rendered = createContext(() => {});

const CountedBlock = memo(
  function CountedBlock(props: BlockProps) {
    const onRendered = useContext(Rendered);
    useInsertionEffect(() => onRendered());
    return <Block {...props} />;
  },
  (before, after) => before.content === after.content && before.isIncomplete === after.isIncomplete,
);

/** Streamdown cuts the whole text into blocks at each update, and renders those that changed. */
export function StreamdownMarkdown({ url, fetch, onRendered, onEnd }: MarkdownWayProps) {
  const { data } = useFetchStream(url, { fetch, onEnd });
  return (
    <Rendered value={onRendered}>
      <Streamdown BlockComponent={CountedBlock} controls={false}>
        {data}
      </Streamdown>
    </Rendered>
  );
}

/** react-markdown renders the blocks of `markdown()`, which are cut as the text arrives. */
export function BlocksMarkdown({ url, fetch, onRendered, onEnd }: MarkdownWayProps) {
  const { data } = useFetchStream(url, { fetch, onEnd, accumulate: markdown() });
  const { blocks, tail } = data;
  return (tail ? [...blocks, tail] : blocks).map(({ key, text, isOpen }) => (
    <MarkdownRow key={key} text={text} isOpen={isOpen} onRendered={onRendered} />
  ));
}
