import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { SuggestionOption } from './SuggestionOption.tsx';
import { useSuggestions, type Suggestion } from './useSuggestions.ts';

interface ComboboxProps {
  readonly label: string;
  readonly onChoose: (suggestion: Suggestion) => void;
}

/**
 * A text field with suggestions, as the ARIA Authoring Practices describe an editable combobox: the focus stays in the
 * field, and `aria-activedescendant` says which option the arrow keys have reached.
 */
export function Combobox({ label, onChoose }: ComboboxProps) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [activeId, setActiveId] = useState<string>();
  const { suggestions, isSearching, error, keep, retry } = useSuggestions(query, isOpen);
  const hasList = isOpen && suggestions.length > 0;
  // The suggestions may arrive, move and leave meanwhile, so the active one is known by its ID.
  const active = hasList ? suggestions.findIndex((suggestion) => suggestion.id === activeId) : -1;
  const optionId = (index: number) => `${id}-option-${index}`;
  const activeOptionId = active === -1 ? undefined : optionId(active);

  useEffect(() => {
    if (activeOptionId) document.getElementById(activeOptionId)?.scrollIntoView({ block: 'nearest' });
  }, [activeOptionId]);

  function change(text: string) {
    keep();
    setQuery(text);
    setIsOpen(text.trim() !== '');
    setActiveId(undefined);
  }

  function choose(suggestion: Suggestion) {
    setQuery(suggestion.name);
    setIsOpen(false);
    setActiveId(undefined);
    onChoose(suggestion);
  }

  function move(step: 1 | -1) {
    setIsOpen(query.trim() !== '');
    if (!hasList) return;
    // Without an active option, down leads to the first one and up to the last one.
    const from = active === -1 && step === -1 ? 0 : active;
    const next = (from + step + suggestions.length) % suggestions.length;
    setActiveId(suggestions[next]?.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    // The keys of an input method are its own.
    if (event.nativeEvent.isComposing) return;
    const chosen = suggestions[active];
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && chosen) choose(chosen);
    else if (event.key === 'Escape' && isOpen) setIsOpen(false);
    else if (event.key === 'Escape') change('');
    else return;
    event.preventDefault();
  }

  return (
    <div className="typeahead-box">
      <div className="typeahead-label">
        <label htmlFor={id}>{label}</label>
        <p role="status" aria-busy={isSearching}>
          {describeSearch({ hasQuery: isOpen, isSearching, count: suggestions.length, hasFailed: error !== undefined })}
        </p>
      </div>
      <input
        id={id}
        role="combobox"
        aria-expanded={hasList}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={activeOptionId}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={({ currentTarget }) => change(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} aria-busy={isSearching} hidden={!hasList}>
        {suggestions.map((suggestion, index) => (
          <SuggestionOption
            key={suggestion.id}
            id={optionId(index)}
            suggestion={suggestion}
            query={query.trim()}
            isActive={index === active}
            onChoose={choose}
          />
        ))}
      </div>
      {error && (
        <p role="alert" className="is-bad">
          {error.message} {/* The focus stays in the text field. */}
          <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}

interface SearchState {
  readonly hasQuery: boolean;
  readonly isSearching: boolean;
  readonly hasFailed: boolean;
  readonly count: number;
}

function describeSearch({ hasQuery, isSearching, hasFailed, count }: SearchState): string {
  if (!hasQuery || hasFailed) return '';
  if (isSearching) return 'Searching…';
  if (count === 0) return 'No suggestions';
  return count === 1 ? '1 suggestion' : `${count} suggestions`;
}
