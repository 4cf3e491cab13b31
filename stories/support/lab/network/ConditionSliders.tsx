import { memo, useState } from 'react';
import { ActionButton } from '../../demos/ActionButton.tsx';
import { conditionScales } from './conditionScales.ts';
import { networkNames, networks, type NetworkConditions, type NetworkName } from './NetworkConditions.ts';
import { Slider } from './Slider.tsx';

interface ConditionSlidersProps {
  /** The network to begin with. */
  readonly initial: NetworkName;
  readonly onChange: (conditions: NetworkConditions) => void;
}

const names = Object.keys(conditionScales) as (keyof NetworkConditions)[];

/** Sets the conditions of a network. They apply to the stream that is running. */
export const ConditionSliders = memo(function ConditionSliders({ initial, onChange }: ConditionSlidersProps) {
  const [conditions, setConditions] = useState<NetworkConditions>(networks[initial]);
  const change = (next: NetworkConditions) => {
    setConditions(next);
    onChange(next);
  };
  return (
    <fieldset className="lab__panel">
      <legend>The network</legend>
      <div className="lab__networks">
        {networkNames.map((name) => (
          <ActionButton
            key={name}
            label={name}
            pressed={names.every((key) => conditions[key] === networks[name][key])}
            onClick={() => change(networks[name])}
          />
        ))}
      </div>
      {names.map((name) => (
        <Slider
          key={name}
          scale={conditionScales[name]}
          value={conditions[name]}
          onChange={(value) => change({ ...conditions, [name]: value })}
        />
      ))}
    </fieldset>
  );
});
