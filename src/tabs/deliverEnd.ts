import type { LeaderMessage } from './TabMessage.ts';

/** Waits until the end that this page posts next has come back through the browser, as it has to all other tabs. */
export function deliverEnd(name: string): Promise<void> {
  return new Promise((resolve) => {
    const echo = new BroadcastChannel(name);
    echo.addEventListener('message', ({ data }: MessageEvent<Partial<LeaderMessage>>) => {
      if (!data.state?.end) return;
      echo.close();
      resolve();
    });
  });
}
