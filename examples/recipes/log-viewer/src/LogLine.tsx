import { memo } from 'react';

interface LogLineProps {
  /** The number of the line, from 0. */
  readonly number: number;
  readonly text: string;
  /** How far from the top of the list it is, in pixels. */
  readonly top: number;
  /** What to mark in the line. */
  readonly pattern: RegExp | undefined;
}

const level = /^\S+ (?<level>WARN|ERROR)/;

/** A line of the log. It renders again only if it changes, so that a list that grows renders only what is new. */
export const LogLine = memo(function LogLine({ number, text, top, pattern }: LogLineProps) {
  const tone = level.exec(text)?.groups?.['level']?.toLowerCase() ?? 'info';
  return (
    <li className={`is-${tone}`} style={{ transform: `translateY(${top}px)` }}>
      <span className="log-number">{number + 1}</span> {pattern ? markMatches(text, pattern) : text}
    </li>
  );
});

function markMatches(text: string, pattern: RegExp) {
  // What the group of the pattern has found is at the odd places.
  return text.split(pattern).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part));
}
