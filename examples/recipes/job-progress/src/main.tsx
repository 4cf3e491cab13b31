import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { PhotoExport } from './PhotoExport.tsx';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <PhotoExport />
  </StrictMode>,
);
