import { useEffect, useState } from 'react';
import { TypeAnimation } from 'react-type-animation';
import { cutGraphemes } from '../../texts.js';

/**
 * A sequence that has its first text rendered at once, waits, and types on; it cannot take a text that grows. It makes the
 * whole text again for each character before it types the first, so that it gets no more than is waited for.
 */
export function TypeAnimationText({ shown, pieces, steps, onReady }) {
  const [{ sequence, begin }] = useState(() => {
    let begin;
    const begun = new Promise((resolve) => {
      begin = resolve;
    });
    const rest = cutGraphemes(pieces.join(''), 1).slice(0, 2 * steps);
    return { sequence: [shown, () => begun, shown + rest.join('')], begin };
  });
  useEffect(() => onReady(begin), [begin, onReady]);
  return (
    <TypeAnimation
      sequence={sequence}
      preRenderFirstString
      speed={{ type: 'keyStrokeDelayInMs', value: 1 }}
      cursor={false}
      wrapper="pre"
    />
  );
}
