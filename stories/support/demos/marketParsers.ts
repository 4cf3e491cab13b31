import { z } from 'zod';

const Price = z.object({ symbol: z.string(), price: z.number() });
const Trade = z.object({ symbol: z.string(), shares: z.int() });

/** How each type of event on the market is parsed: two by a schema, one as text. */
export const marketParsers = { price: Price, trade: Trade, notice: 'text' } as const;

/** An event of the market: a discriminated union, made by the schemas. */
export type MarketItem =
  | { readonly type: 'price'; readonly data: z.infer<typeof Price> }
  | { readonly type: 'trade'; readonly data: z.infer<typeof Trade> }
  | { readonly type: 'notice'; readonly data: string };
