import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Typeahead } from './Typeahead.tsx';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Typeahead />
  </StrictMode>,
);
