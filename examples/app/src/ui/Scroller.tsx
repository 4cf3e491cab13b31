import type { ReactNode, Ref } from 'react';

interface ScrollerProps {
  label: string;
  className: string;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}

/** A part of the page that scrolls by itself. */
export function Scroller({ label, className, ref, children }: ScrollerProps) {
  return (
    // What scrolls has to be reachable by keyboard, and not every browser sees to it (WCAG 2.1.1).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={className} aria-label={label} tabIndex={0} ref={ref}>
      {children}
    </section>
  );
}
