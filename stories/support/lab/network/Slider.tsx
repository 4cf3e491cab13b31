import { useId } from 'react';
import type { ConditionScale } from './conditionScales.ts';

interface SliderProps {
  readonly scale: ConditionScale;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Chooses one of the values of a scale. */
export function Slider({ scale: { label, stops, write }, value, onChange }: SliderProps) {
  const id = useId();
  const text = write(value);
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <span className="slider__value" aria-hidden="true">
        {text}
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={stops.length - 1}
        value={stops.indexOf(value)}
        aria-valuetext={text}
        onChange={(event) => onChange(stops[event.currentTarget.valueAsNumber]!)}
      />
    </div>
  );
}
