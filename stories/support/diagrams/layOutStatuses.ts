import type { StatusPlace } from './StatusGraph.ts';

export const columnWidth = 150;
export const rowHeight = 76;
export const nodeWidth = 116;
export const nodeHeight = 34;

/** The gap between an arrow's head and the status that it leads to. */
const gap = 6;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a status. */
export function toPoint({ column, row }: StatusPlace): Point {
  return { x: (column + 0.5) * columnWidth, y: (row + 0.5) * rowHeight };
}

/** Where the arrow from one status to another begins and ends: at their borders. */
export function layOutArrow(from: StatusPlace, to: StatusPlace): { start: Point; end: Point } {
  const start = toPoint(from);
  const end = toPoint(to);
  const right = Math.sign(to.column - from.column);
  const down = Math.sign(to.row - from.row);
  // Ways in opposite directions lie side by side.
  const shift = right === 0 ? 12 * down : 0;
  const reach = right === 0 ? 0 : (nodeWidth / 2) * right;
  const drop = right === 0 ? (nodeHeight / 2) * down : 0;
  return {
    start: { x: start.x + reach + shift, y: start.y + drop },
    end: { x: end.x - reach - gap * right + shift, y: end.y - drop - gap * down },
  };
}
