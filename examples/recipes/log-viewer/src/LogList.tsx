import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { readLine, type Log } from './logPages.ts';
import { LogLine } from './LogLine.tsx';
import type { Rows } from './Rows.ts';
import { useFollowedEnd } from './useFollowedEnd.ts';

/** The height of a row in pixels, as in the stylesheet. */
const rowHeight = 20;

/** The virtualizer looks at all of its items whenever their number changes. There are fewer if an item is some rows. */
const rowsPerItem = 16;

/** Longer lines are cut off by the edge of the list. */
const longestWidth = 2000;

interface LogListProps {
  readonly log: Log;
  readonly rows: Rows;
  /** What to mark in the lines. */
  readonly pattern: RegExp | undefined;
  /** What is said below the list. */
  readonly children: ReactNode;
}

/** The lines of a log, of which only those in view are in the page. */
export function LogList({ log, rows, pattern, children }: LogListProps) {
  const { scrollerRef, isFollowing, setIsFollowing } = useFollowedEnd(rows, rowHeight);
  const virtualizer = useVirtualizer({
    count: Math.ceil(rows.count / rowsPerItem),
    getScrollElement: () => scrollerRef.current,
    estimateSize: () => rowsPerItem * rowHeight,
    overscan: 1,
  });

  const shown = virtualizer.getVirtualItems().flatMap(({ index }) => {
    const first = index * rowsPerItem;
    const length = Math.min(rowsPerItem, rows.count - first);
    return Array.from({ length }, (_, offset) => first + offset);
  });
  return (
    <>
      {/* What scrolls must be reachable by keyboard. */}
      <div className="log-lines" role="region" aria-label="Lines" tabIndex={0} ref={scrollerRef}>
        <ol style={{ height: rows.count * rowHeight, minWidth: `${Math.min(log.longestLine, longestWidth) + 10}ch` }}>
          {shown.map((row) => {
            const number = rows.lineOf(row);
            return (
              <LogLine
                key={number}
                number={number}
                text={readLine(log, number)}
                top={row * rowHeight}
                pattern={pattern}
              />
            );
          })}
        </ol>
      </div>
      <div className="log-foot">
        {children}
        <label>
          <input
            type="checkbox"
            checked={isFollowing}
            onChange={({ currentTarget }) => setIsFollowing(currentTarget.checked)}
          />{' '}
          Follow the end
        </label>
      </div>
    </>
  );
}
