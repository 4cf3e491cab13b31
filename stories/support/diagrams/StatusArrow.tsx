import { layOutArrow } from './layOutStatuses.ts';
import type { StatusPlace } from './StatusGraph.ts';

const headLength = 8;

/** An arrow from one status to another. */
export function StatusArrow({ from, to }: { readonly from: StatusPlace; readonly to: StatusPlace }) {
  const { start, end } = layOutArrow(from, to);
  const angle = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
  return (
    <g className="diagram__arrow">
      <line x1={start.x} y1={start.y} x2={end.x} y2={end.y} />
      <path
        d={`M 0 0 L ${-headLength} ${headLength / 2} L ${-headLength} ${-headLength / 2} Z`}
        transform={`translate(${end.x} ${end.y}) rotate(${angle})`}
      />
    </g>
  );
}
