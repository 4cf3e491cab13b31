import { useState } from 'react';
import { Combobox } from './Combobox.tsx';
import './typeahead.css';
import type { Suggestion } from './useSuggestions.ts';

export function Typeahead() {
  const [chosen, setChosen] = useState<Suggestion>();
  return (
    <main className="recipe typeahead">
      <header>
        <h1>Typeahead</h1>
        <p>Suggestions that stream in, and requests that the next key aborts</p>
      </header>
      <Combobox label="Country, currency or time zone" onChoose={setChosen} />
      <p className="typeahead-choice">
        {chosen ? `You chose ${chosen.name} (${chosen.kind.toLowerCase()}).` : 'Try “new”.'}
      </p>
    </main>
  );
}
