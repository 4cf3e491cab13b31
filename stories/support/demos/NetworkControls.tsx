import type { LabCondition } from '../server/createLabServer.ts';

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
      <button type="button" onClick={onCut} disabled={!canCut}>
        Cut
      </button>
      {conditions.map(([label, value]) => (
        <button key={value} type="button" aria-pressed={condition === value} onClick={() => onSet(value)}>
          {label}
        </button>
      ))}
      <button type="button" onClick={() => onSet('restored')} disabled={condition === 'restored'}>
        Restore
      </button>
    </fieldset>
  );
}
