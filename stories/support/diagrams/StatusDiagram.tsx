import type { StatusGraph } from './StatusGraph.ts';
import { StatusArrow } from './StatusArrow.tsx';
import { columnWidth, nodeHeight, nodeWidth, rowHeight, toPoint } from './layOutStatuses.ts';

interface StatusDiagramProps {
  /** What a screen reader calls the diagram. */
  readonly label: string;
  readonly graph: StatusGraph;
}

/** The statuses of a hook and the ways between them. The status of the demo beside it is lit up by CSS. */
export function StatusDiagram({ label, graph }: StatusDiagramProps) {
  const places = Object.values(graph.statuses);
  const width = (Math.max(...places.map(({ column }) => column)) + 1) * columnWidth;
  const height = (Math.max(...places.map(({ row }) => row)) + 1) * rowHeight;
  return (
    // A region that scrolls on a phone, so it takes the focus.
    <div className="diagram" role="region" aria-label={label} tabIndex={0}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {graph.ways.map((way) => (
          <StatusArrow key={`${way.from} ${way.to}`} from={graph.statuses[way.from]!} to={graph.statuses[way.to]!} />
        ))}
        {Object.entries(graph.statuses).map(([status, place]) => {
          const { x, y } = toPoint(place);
          return (
            <g key={status} data-state={status}>
              <rect x={x - nodeWidth / 2} y={y - nodeHeight / 2} width={nodeWidth} height={nodeHeight} rx={8} />
              <text x={x} y={y}>
                {status}
              </text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}
