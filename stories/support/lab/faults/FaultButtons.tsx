import { memo } from 'react';
import { faultGroups, faults, type FaultName } from './Fault.ts';

interface FaultButtonsProps {
  readonly onPress: (fault: FaultName) => void;
  readonly onRepeat: (isRepeating: boolean) => void;
}

/** A button for each fault, in groups of what it happens to. */
export const FaultButtons = memo(function FaultButtons({ onPress, onRepeat }: FaultButtonsProps) {
  return (
    <div className="faults">
      {Object.entries(faultGroups).map(([group, names]) => (
        <fieldset key={group} className="faults__group">
          <legend>{group}</legend>
          {names.map((name) => (
            <button key={name} type="button" className="button fault" onClick={() => onPress(name)}>
              {faults[name].label} <code>{name}</code>
            </button>
          ))}
        </fieldset>
      ))}
      <label className="faults__repeat">
        <input type="checkbox" onChange={(event) => onRepeat(event.currentTarget.checked)} /> Repeat the fault at each
        attempt
      </label>
    </div>
  );
});
