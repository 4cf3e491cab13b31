import { useCallback, useRef, useState } from 'react';

/** How near to the end a reader has to come back to stick to it again, in pixels. */
const tolerance = 24;

/**
 * Keeps a scroller at its end while its content grows, until its reader scrolls up.
 *
 * @returns refs for the scroller and its content, whether it is at the end, and functions that go back there and that
 *   move the focus to it.
 */
export function useStickToBottom() {
  const [isAtBottom, setIsAtBottom] = useState(true);
  const scroller = useRef<HTMLElement>(null);
  const isStuck = useRef(true);

  const scrollToBottom = useCallback(() => {
    isStuck.current = true;
    setIsAtBottom(true);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);

  const followSize = useCallback((element: HTMLElement) => {
    const observer = new ResizeObserver(() => {
      if (isStuck.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const scrollerRef = useCallback(
    (element: HTMLElement | null) => {
      scroller.current = element;
      if (!element) return;
      let lastTop = element.scrollTop;
      const onScroll = () => {
        const { scrollTop, scrollHeight, clientHeight } = element;
        const distance = scrollHeight - scrollTop - clientHeight;
        // Content that grew since the last frame is not a reader who scrolled up: only a step upwards lets go, however
        // small, as the first ones of a smooth scroll are.
        if (scrollTop < lastTop) isStuck.current = distance < 1;
        else if (distance <= tolerance) isStuck.current = true;
        lastTop = scrollTop;
        setIsAtBottom(isStuck.current);
      };
      element.addEventListener('scroll', onScroll, { passive: true });
      const unfollow = followSize(element);
      return () => {
        element.removeEventListener('scroll', onScroll);
        unfollow();
      };
    },
    [followSize],
  );

  const contentRef = useCallback(
    (element: HTMLElement | null) => (element ? followSize(element) : undefined),
    [followSize],
  );

  return { scrollerRef, contentRef, isAtBottom, scrollToBottom, focus };
}
