import { clients, type Client } from './clients/clients.ts';
import { describeMeasurement } from './describeMeasurement.ts';
import type { Choice } from './openAnswerServer.ts';
import { answers } from './server/answer-server/answers.js';
import { faults } from './server/answer-server/faults.js';
import type { Turn } from './useComparison.ts';

interface ResultTableProps {
  readonly turns: ReadonlyMap<Client, Turn>;
  readonly chosen: Choice | undefined;
}

const columns = ['Requests', 'Lost', 'Doubled', 'Renders', 'Longest task', 'Time'] as const;

/** Sums up a run. */
export function ResultTable({ turns, chosen }: ResultTableProps) {
  if (!chosen) return null;
  return (
    <>
      <p className="compared__caption">
        {faults[chosen.fault]}: {answers[chosen.answer].label}
      </p>
      <div className="compared__results" role="region" aria-label="Results" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Client</th>
              <th scope="col">End</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {clients.map((client) => (
              <ResultRow key={client.name} name={client.name} turn={turns.get(client)} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function ResultRow({ name, turn }: { readonly name: string; readonly turn: Turn | undefined }) {
  const facts = turn?.measurement && describeMeasurement(turn.measurement);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{turn?.state === 'unable' ? 'cannot POST' : (turn?.measurement?.status ?? '…')}</td>
      {columns.map((column) => (
        <td key={column}>{facts?.[column] ?? '–'}</td>
      ))}
    </tr>
  );
}
