import { useState } from 'react';
import type { Attempt } from 'react-streamed/core';

/** Keeps the attempts of a stream, for a list of them. */
export function useAttempts() {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  return {
    attempts,
    /** Notes an attempt and gives its headers: the option `headers` is asked once for each attempt. */
    headersOf: (attempt: Attempt): Record<string, string> => {
      setAttempts((before) => (attempt.number === 1 ? [attempt] : [...before, attempt]));
      return { 'x-attempt': String(attempt.number) };
    },
  };
}
