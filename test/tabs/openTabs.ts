import type { Tab, TabBrowser } from './startBrowser.ts';
import type { TabServer } from './startTabServer.ts';

/** What a tab has seen of its stream, by the first of its two readers. */
export interface Seen {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly lost: number;
  readonly doubled: number;
  readonly disordered: number;
  readonly opened: number;
  readonly gaps: readonly { at: number; length: number }[];
  readonly texts: readonly string[];
  readonly status: string;
}

/** A tab with the page of these tests. */
export interface PageTab extends Tab {
  seen(reader?: number): Promise<Seen>;
  isLeader(): Promise<boolean>;
  /** How many locks this page's origin holds or waits for. */
  countLocks(): Promise<number>;
  hide(): Promise<void>;
  show(): Promise<void>;
}

/** Gives the function that opens tabs with the page of these tests. */
export function openTabs(browser: TabBrowser, server: TabServer) {
  return async (parameters: Record<string, string> = {}): Promise<PageTab> => {
    const tab = await browser.open(`${server.url}/?${new URLSearchParams(parameters).toString()}`);
    const setWindow = async (windowState: string) => {
      const { windowId } = await tab.send('Browser.getWindowForTarget');
      await tab.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
    };
    const page: PageTab = {
      ...tab,
      seen: (reader = 0) =>
        tab.evaluate(
          `(() => { const { hook, ...record } = window.page.records[${reader}]; return { ...record, status: hook.status }; })()`,
        ),
      isLeader: () => tab.evaluate('window.page.queryTabs().then(({ isLeader }) => isLeader)'),
      countLocks: () =>
        tab.evaluate('navigator.locks.query().then(({ held, pending }) => held.length + pending.length)'),
      hide: () => setWindow('minimized'),
      show: () => setWindow('normal'),
    };
    await until(() => tab.evaluate<boolean>('window.page !== undefined'));
    return page;
  };
}

/** Waits until a condition holds, which only the browser can tell. */
export async function until(condition: () => Promise<boolean> | boolean, limit = 10_000): Promise<void> {
  const end = performance.now() + limit;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`It did not become true within ${limit} ms: ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Finds the tab that leads. */
export async function findLeader(tabs: readonly PageTab[]): Promise<PageTab | undefined> {
  const roles = await Promise.all(tabs.map((tab) => tab.isLeader()));
  return tabs.find((_, index) => roles[index]);
}
