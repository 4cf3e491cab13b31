import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { AnswerPage } from './AnswerPage.tsx';
import './cachedAnswers.css';

export function CachedAnswers() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <AnswerPage />
    </QueryClientProvider>
  );
}
