import { useEffect, useState } from 'react';
import { serverUrl } from '../serverUrl.ts';

/** Takes the server down for ten seconds: it breaks every stream of the page and closes its port. */
export function useOutage() {
  const [endsAt, setEndsAt] = useState<number>();

  useEffect(() => {
    if (endsAt === undefined) return;
    const timer = setTimeout(() => setEndsAt(undefined), endsAt - Date.now());
    return () => clearTimeout(timer);
  }, [endsAt]);

  async function start() {
    try {
      const response = await fetch(`${serverUrl}/outage`, { method: 'POST' });
      const { duration } = (await response.json()) as { duration: number };
      setEndsAt(Date.now() + duration);
    } catch {
      // The server is down already, and the panels say so.
    }
  }

  return { endsAt, start };
}
