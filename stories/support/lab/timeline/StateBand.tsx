import type { StateChange } from '../recording/createRecording.ts';
import { laneWidth, placeOf, type TimelineWindow } from './TimelineWindow.ts';

interface StateBandProps {
  readonly changes: readonly StateChange[];
  readonly window: TimelineWindow;
}

const percentOf = (place: number) => `${(place / laneWidth) * 100}%`;

/** The states of the connection, each as long as it lasts. */
export function StateBand({ changes, window }: StateBandProps) {
  const visible = changes.filter(({ state }) => state !== 'idle');
  return (
    <div className="band" aria-hidden="true">
      {visible.map(({ id, at, state }, index) => {
        const from = placeOf(window, at);
        const to = placeOf(window, visible[index + 1]?.at ?? window.to);
        return (
          <span
            key={id}
            className="band__state"
            data-state={state}
            style={{ insetInlineStart: percentOf(from), inlineSize: percentOf(to - from) }}
          >
            <span>{state}</span>
          </span>
        );
      })}
    </div>
  );
}
