import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CachedAnswers } from './CachedAnswers.tsx';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <CachedAnswers />
  </StrictMode>,
);
