import './compared.css';
import { useState, version } from 'react';
import { DemoCard } from '../support/demos/DemoCard.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ClientPane } from './ClientPane.tsx';
import { clients } from './clients/clients.ts';
import { ResultTable } from './ResultTable.tsx';
import { answers, type AnswerName } from './server/answer-server/answers.js';
import { faults, type FaultName } from './server/answer-server/faults.js';
import { useComparison } from './useComparison.ts';

interface ComparedDemoProps {
  /** What the server answers, and how fast. */
  answer: AnswerName;
  /** What goes wrong. */
  fault: FaultName;
}

const answerLabels = { steady: answers.steady.label, fast: answers.fast.label };

const buildNote = import.meta.env.PROD
  ? 'production build: StrictMode mounts each component once.'
  : 'development build: StrictMode mounts each component twice.';

/** Four clients receive the same answer with the same fault, one after the other. */
export function ComparedDemo(initial: ComparedDemoProps) {
  const [answer, setAnswer] = useState(initial.answer);
  const [fault, setFault] = useState(initial.fault);
  const { turns, chosen, failure, isRunning, start } = useComparison();
  const isDone = clients.every((client) => ['measured', 'unable'].includes(turns.get(client)?.state ?? ''));
  const current = clients.find((client) => turns.get(client)?.state === 'running');
  const status = isRunning ? 'streaming' : isDone && 'done';
  const announcement = isRunning ? `${current?.name ?? 'The server'} is running` : isDone && 'All clients have run';
  return (
    <div className="compared">
      <DemoCard
        label="Compared"
        status={status || 'idle'}
        announcement={announcement || ''}
        actions={[{ label: 'Run', onClick: () => void start({ answer, fault }), disabled: isRunning, primary: true }]}
      >
        <div className="compared__choices">
          <ChoiceField label="Answer" choices={answerLabels} value={answer} onChange={setAnswer} />
          <ChoiceField label="Fault" choices={faults} value={fault} onChange={setFault} />
        </div>
        <p className="compared__wait">
          React {version}, {buildNote}
        </p>
        {failure && (
          <p className="note note--bad" role="alert">
            {failure}
          </p>
        )}
        <ul className="compared__panes" aria-label="Clients">
          {clients.map((client) => (
            <ClientPane key={client.name} client={client} turn={turns.get(client)} posts={chosen?.fault === 'post'} />
          ))}
        </ul>
        <ResultTable turns={turns} chosen={chosen} />
      </DemoCard>
    </div>
  );
}
