import { z } from 'zod';

/** A day in a city. The descriptions are for the model. */
export const Trip = z.object({
  title: z.string().describe('Of the whole day, with the name of the city'),
  stops: z
    .array(
      z.object({
        name: z.string(),
        kind: z.enum(['walk', 'food', 'museum', 'view']),
        minutes: z.number().int().positive(),
        note: z.string().describe('One sentence'),
      }),
    )
    .min(1),
});

export type Trip = z.infer<typeof Trip>;

export type Stop = Trip['stops'][number];
