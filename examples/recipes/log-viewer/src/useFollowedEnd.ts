import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Rows } from './Rows.ts';

/** How near to the end a reader has to come back to follow it again, in pixels. */
const tolerance = 24;

/** The keys that scroll upwards. */
const upKeys = ['ArrowUp', 'PageUp', 'Home'];

interface FollowedEnd {
  readonly scrollerRef: RefObject<HTMLDivElement | null>;
  readonly isFollowing: boolean;
  setIsFollowing(isFollowing: boolean): void;
}

/** Keeps a list at its end while it grows, until its reader scrolls up, and in place if rows above are dropped. */
export function useFollowedEnd({ count, dropped }: Rows, rowHeight: number): FollowedEnd {
  const [isFollowing, setIsFollowing] = useState(true);
  const scrollerRef = useRef<HTMLDivElement>(null);
  const droppedRef = useRef(dropped);
  /** The position that this hook has set. */
  const ownTopRef = useRef(-1);

  useEffect(() => {
    const scroller = scrollerRef.current!;
    let lastTop = scroller.scrollTop;
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      const isOwn = scrollTop === ownTopRef.current;
      const isUpwards = scrollTop < lastTop;
      lastTop = scrollTop;
      if (isOwn) return;
      const distance = scrollHeight - scrollTop - clientHeight;
      // A list that has grown since is not a reader who scrolled up: only a step upwards lets go of the end.
      if (isUpwards) setIsFollowing(distance < 1);
      else if (distance <= tolerance) setIsFollowing(true);
    };
    // A list that grows fast moves its end away before the scroller gets there.
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'End') setIsFollowing(true);
      if (upKeys.includes(key)) setIsFollowing(false);
    };
    // New lines may take the reader back to the end before the scroller has reported a step upwards.
    const onWheel = ({ deltaY }: WheelEvent) => {
      if (deltaY < 0) setIsFollowing(false);
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    scroller.addEventListener('wheel', onWheel, { passive: true });
    scroller.addEventListener('keydown', onKeyDown);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      scroller.removeEventListener('wheel', onWheel);
      scroller.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  useLayoutEffect(() => {
    const scroller = scrollerRef.current!;
    const droppedRows = dropped - droppedRef.current;
    droppedRef.current = dropped;
    // A position below the end is the end.
    if (isFollowing) scroller.scrollTop = count * rowHeight;
    else if (droppedRows > 0) scroller.scrollTop -= droppedRows * rowHeight;
    else return;
    ownTopRef.current = scroller.scrollTop;
  }, [isFollowing, count, dropped, rowHeight]);

  return { scrollerRef, isFollowing, setIsFollowing };
}
