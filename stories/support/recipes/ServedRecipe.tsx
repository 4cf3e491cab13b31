import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { WireLog } from '../demos/WireLog.tsx';
import { recordExchanges } from '../server/recordExchanges.ts';
import { createPageServer, type CreateAnswer, type PageServerSettings } from './createPageServer.ts';
import { installFetch } from './installFetch.ts';

interface ServedRecipeProps extends PageServerSettings {
  readonly createAnswer: CreateAnswer;
  /** Whether what the server sends is shown below. The bytes are kept for it. */
  readonly showsWire: boolean;
  readonly children: ReactNode;
}

/** Gives a recipe its own server while it is shown. The page's `fetch` leads to it. */
export function ServedRecipe({ createAnswer, showsWire, children, interval, failure }: ServedRecipeProps) {
  const [server] = useState(() => createPageServer(createAnswer, { interval, failure }));
  const [recorder] = useState(() => recordExchanges(server.fetch));
  // Before the effects of the recipe, which send its first requests.
  useLayoutEffect(() => installFetch(showsWire ? recorder.fetch : server.fetch), [recorder, server, showsWire]);
  useEffect(() => server.update({ interval, failure }), [server, interval, failure]);
  return (
    <div className="recipe-stage">
      {children}
      {showsWire && <WireLog recorder={recorder} isOpen={false} />}
    </div>
  );
}
