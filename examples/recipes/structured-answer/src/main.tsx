import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TripPlanner } from './TripPlanner.tsx';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <TripPlanner />
  </StrictMode>,
);
