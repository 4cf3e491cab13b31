import { memo } from 'react';
import { useRenderCount } from './useRenderCount.ts';

export interface Step {
  readonly text: string;
  readonly minutes: number;
}

/** A finished row, with the number of its renders. It renders once, because a finished step is always the same object. */
export const RecipeStep = memo(function RecipeStep({ step }: { readonly step: Partial<Step> }) {
  const countRef = useRenderCount();
  return (
    <li>
      {step.text} ({step.minutes} min){' '}
      <small className="block__fact">
        renders: <span ref={countRef} />
      </small>
    </li>
  );
});
