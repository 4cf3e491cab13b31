import { useCallback, useRef } from 'react';

/** How far from its end a scroller may be, in pixels, to count as scrolled to the end. */
const tolerance = 24;

/** Keeps a scroller at its end while its first child grows, until the reader scrolls up. `focus` moves the focus to it. */
export function useStickToBottom() {
  const scroller = useRef<HTMLElement>(null);
  const isStuck = useRef(true);

  const scrollToBottom = useCallback(() => {
    isStuck.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, []);

  const focus = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);

  const scrollerRef = useCallback((element: HTMLElement | null) => {
    scroller.current = element;
    if (!element) return undefined;
    let lastTop = element.scrollTop;
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      // Content that grew is not a reader who scrolled up: only a step upwards lets go.
      if (scrollTop < lastTop) isStuck.current = false;
      else if (scrollHeight - scrollTop - clientHeight <= tolerance) isStuck.current = true;
      lastTop = scrollTop;
    };
    const observer = new ResizeObserver(() => {
      if (isStuck.current) element.scrollTo({ top: element.scrollHeight });
    });
    observer.observe(element);
    observer.observe(element.firstElementChild!);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { scrollerRef, scrollToBottom, focus };
}
