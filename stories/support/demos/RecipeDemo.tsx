import { useFetchStream } from 'react-streamed';
import { isComplete, json } from 'react-streamed/json';
import { DemoCard } from './DemoCard.tsx';
import { ErrorNote } from './ErrorNote.tsx';
import { RecipeStep, type Step } from './RecipeStep.tsx';
import { streamActions } from './streamActions.ts';

interface RecipeDemoProps {
  /** The url of your server. */
  url: string;
  fetch?: typeof globalThis.fetch | undefined;
}

interface Recipe {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** `json()`: the rows of a structured answer, shown while they are written. */
export function RecipeDemo({ url, fetch }: RecipeDemoProps) {
  const stream = useFetchStream(url, { fetch, accumulate: json<Recipe>() });
  const { data, status, error } = stream;
  const steps = data?.steps ?? [];
  return (
    <DemoCard
      label="Recipe"
      status={status}
      facts={{ Steps: steps.length, Finished: steps.filter(isComplete).length }}
      actions={streamActions(stream)}
    >
      {error && <ErrorNote error={error} />}
      <h2>{data?.title ?? 'A recipe'}</h2>
      <ol className="items items--prose">
        {steps.map((step, index) =>
          isComplete(step) ? (
            <RecipeStep key={index} step={step} />
          ) : (
            <li key={index} aria-busy="true" className="empty">
              {step.text || 'The next step'} …
            </li>
          ),
        )}
      </ol>
    </DemoCard>
  );
}
