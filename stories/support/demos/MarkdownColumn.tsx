import type { ComponentType } from 'react';
import type { MarkdownWayProps } from './MarkdownWays.tsx';
import { useLongestTask } from './useLongestTask.ts';
import { useRenderTally } from './useRenderTally.ts';

interface MarkdownColumnProps extends Pick<MarkdownWayProps, 'url' | 'fetch' | 'onEnd'> {
  readonly label: string;
  readonly Way: ComponentType<MarkdownWayProps>;
  readonly state: 'waiting' | 'streaming' | 'done';
}

/** One way of rendering an answer, how many rows it rendered, and the longest task meanwhile. */
export function MarkdownColumn({ label, Way, state, url, fetch, onEnd }: MarkdownColumnProps) {
  const { countRef, count } = useRenderTally();
  const longest = useLongestTask(state === 'streaming');
  return (
    <li>
      <h3>{label}</h3>
      {state === 'waiting' && <p className="block__fact">Waits for its turn</p>}
      <p className="block__fact" hidden={state === 'waiting'}>
        <b ref={countRef}>0</b> rows rendered, longest task <b>{longest === 0 ? 'below 50' : longest}</b> ms
      </p>
      {state !== 'waiting' && (
        <div className="columns__answer">
          <div className="markdown">
            <Way url={url} fetch={fetch} onRendered={count} onEnd={onEnd} />
          </div>
        </div>
      )}
    </li>
  );
}
