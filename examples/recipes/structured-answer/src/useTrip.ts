import { useState } from 'react';
import { useFetchStream } from 'react-streamed';
import { isComplete, json } from 'react-streamed/json';
import { openAiChat } from 'react-streamed/providers';
import { z } from 'zod';
import { Trip } from './trip.ts';

const format = { type: 'json_schema', json_schema: { name: 'trip', schema: z.toJSONSchema(Trip) } };

/** What was wrong with the value of a complete answer, or the value itself. */
export type Outcome = { readonly trip: Trip } | { readonly problem: string };

/** Asks a model for a trip. `draft` is the part of it that has arrived, and `outcome` its validated value at the end. */
export function useTrip() {
  const [outcome, setOutcome] = useState<Outcome>();
  const { data, error, status, isStreaming, start, stop } = useFetchStream('/api/trip', {
    ...openAiChat,
    enabled: false,
    accumulate: json(Trip),
    // Called only if the answer is complete. A model may still have written something else than it was asked for.
    onEnd: (answer) => setOutcome(validate(answer)),
  });

  function plan(city: string) {
    setOutcome(undefined);
    const messages = [
      { role: 'system', content: 'Plan a day in the city that the user names.' },
      { role: 'user', content: city },
    ];
    void start({ body: { model: 'gpt-5-mini', stream: true, messages, response_format: format } });
  }

  return { draft: data, outcome, error, status, isStreaming, plan, stop };
}

function validate(answer: unknown): Outcome {
  if (!isComplete(answer)) return { problem: 'The answer is not a complete plan.' };
  const result = Trip.safeParse(answer);
  return result.success ? { trip: result.data } : { problem: z.prettifyError(result.error) };
}
