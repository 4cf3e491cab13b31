import type { ReactNode } from 'react';
import { drawLines, laneHeight } from './drawLane.ts';
import { laneWidth, type TimelineWindow } from './TimelineWindow.ts';

interface LaneDrawingProps {
  readonly window: TimelineWindow;
  /** The moment that is looked at. Not drawn while the timeline moves, when that is its end. */
  readonly cursor: number | undefined;
  /** The moments of faults. */
  readonly faults: readonly number[];
  /** The paths of the lane. */
  readonly children?: ReactNode;
}

/** The picture of a lane. The number beside it says the same in words. */
export function LaneDrawing({ window, cursor, faults, children }: LaneDrawingProps) {
  return (
    <svg
      className="lane__drawing"
      viewBox={`0 0 ${laneWidth} ${laneHeight}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {children}
      <path className="lane__faults" d={drawLines(faults, window)} />
      {cursor !== undefined && <path className="lane__cursor" d={drawLines([cursor], window)} />}
    </svg>
  );
}
