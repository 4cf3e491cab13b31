import type { Suggestion } from './useSuggestions.ts';

interface SuggestionOptionProps {
  readonly id: string;
  readonly suggestion: Suggestion;
  readonly query: string;
  readonly isActive: boolean;
  readonly onChoose: (suggestion: Suggestion) => void;
}

export function SuggestionOption({ id, suggestion, query, isActive, onChoose }: SuggestionOptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      // The focus stays in the text field, where the keys are handled.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(suggestion)}
    >
      <span>{markMatch(suggestion.name, query)}</span> <span className="typeahead-kind">{suggestion.kind}</span>
    </div>
  );
}

function markMatch(name: string, query: string) {
  const start = name.toLowerCase().indexOf(query.toLowerCase());
  if (start === -1) return name;
  const end = start + query.length;
  return (
    <>
      {name.slice(0, start)}
      <mark>{name.slice(start, end)}</mark>
      {name.slice(end)}
    </>
  );
}
