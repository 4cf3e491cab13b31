import type { LabCondition } from '../server/createLabServer.ts';
import { ActionButton } from './ActionButton.tsx';

interface NetworkControlsProps {
  readonly condition: LabCondition;
  readonly canCut: boolean;
  readonly onCut: () => void;
  readonly onSet: (condition: LabCondition) => void;
}

const conditions = [
  ['Stall', 'stalled'],
  ['Answer 503', '503'],
  ['Answer 401', '401'],
] as const;

/** The buttons that break a network, and the one that mends it. */
export function NetworkControls({ condition, canCut, onCut, onSet }: NetworkControlsProps) {
  return (
    <fieldset className="lab__network">
      <legend>The network</legend>
      <ActionButton label="Cut" onClick={onCut} disabled={!canCut} />
      {conditions.map(([label, value]) => (
        <ActionButton key={value} label={label} pressed={condition === value} onClick={() => onSet(value)} />
      ))}
      <ActionButton label="Restore" onClick={() => onSet('restored')} disabled={condition === 'restored'} />
    </fieldset>
  );
}
