import type { StreamObserver } from '../core/platform/observer.ts';
import type { Emit } from './StreamRecord.ts';

/** What a typewriter has been given and has shown. */
interface Typing {
  /** What has arrived and is not shown, by the length of the text then. The oldest is first. */
  readonly hidden: { readonly length: number; readonly at: number }[];
  arrived: number;
  /** The time of the latest record. */
  recordedAt: number;
}

/** Creates the function that watches typewriters. It records how far each is behind its text. */
export function watchTyping(emit: Emit): StreamObserver['onTyping'] {
  const typewriters = new WeakMap<object, Typing>();

  return (typewriter, arrived, shown) => {
    const now = performance.now();
    const typing = typewriters.get(typewriter) ?? { hidden: [], arrived: 0, recordedAt: now };
    typewriters.set(typewriter, typing);
    const { hidden } = typing;
    const [oldest] = hidden;
    // A text that is shorter than before is another one.
    if (arrived < typing.arrived) hidden.length = 0;
    else if (oldest) {
      const { recordedAt: start } = typing;
      emit({ type: 'typing', start, end: now, lag: now - oldest.at, waiting: arrived - shown });
    }
    while (hidden[0] && hidden[0].length <= shown) hidden.shift();
    if (arrived > shown && arrived !== typing.arrived) hidden.push({ length: arrived, at: now });
    typing.arrived = arrived;
    typing.recordedAt = now;
  };
}
