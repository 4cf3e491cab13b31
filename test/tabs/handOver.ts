import { findLeader, until, type PageTab, type Seen } from './openTabs.ts';

/** How the leader goes. */
export const handoverKinds = ['close', 'crash', 'navigate', 'freeze', 'back and forward'] as const;
export type HandoverKind = (typeof handoverKinds)[number];

/** What a handover has shown. */
export interface Handover {
  readonly kind: HandoverKind;
  /** The longest time without an event in a tab that followed, in milliseconds. */
  readonly gap: number;
  /** What both readers of the leader had seen before it went. */
  readonly seen: readonly Seen[];
}

/** Makes the leader go, waits until another tab leads and all others have events again, and brings a tab back for it. */
export async function handOver(kind: HandoverKind, tabs: PageTab[], open: () => Promise<PageTab>): Promise<Handover> {
  const leader = (await findLeader(tabs))!;
  const others = tabs.filter((tab) => tab !== leader);
  const leaderSeen = await Promise.all([leader.seen(0), leader.seen(1)]);
  const start = Date.now();
  await leave[kind](leader);
  let next: PageTab | undefined;
  await until(async () => {
    next = await findLeader(others);
    return next !== undefined;
  });
  const before = await lastIds(others);
  await until(async () => (await lastIds(others)).every((id, index) => id > before[index]! + 20));
  const seen = await Promise.all(others.map((tab) => tab.seen()));
  const gaps = seen.flatMap((record) => record.gaps.filter(({ at }) => at > start).map(({ length }) => length));

  const back = await comeBack[kind](leader, open);
  tabs.splice(0, tabs.length, ...others, back);
  const position = Math.max(...(await lastIds(others)));
  await until(async () => (await back.seen()).last > position);
  return { kind, gap: Math.max(0, ...gaps), seen: leaderSeen };
}

const lastIds = (tabs: readonly PageTab[]) => Promise.all(tabs.map(async (tab) => (await tab.seen()).last));

const leave: Record<HandoverKind, (tab: PageTab) => Promise<unknown>> = {
  close: (tab) => tab.close(),
  crash: async (tab) => {
    // There is no answer from a page that has crashed.
    void tab.send('Page.crash').catch(() => {});
  },
  navigate: (tab) => tab.evaluate(`location.href = '/ping'`),
  freeze: async (tab) => {
    await tab.hide();
    await tab.send('Page.setWebLifecycleState', { state: 'frozen' });
  },
  // A headless Chromium has no back/forward cache, so the page is told so and frozen.
  'back and forward': async (tab) => {
    await tab.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
    await tab.hide();
    await tab.send('Page.setWebLifecycleState', { state: 'frozen' });
  },
};

const reopen = async (tab: PageTab, open: () => Promise<PageTab>) => {
  await tab.close().catch(() => {});
  return open();
};

const thaw = async (tab: PageTab) => {
  await tab.send('Page.setWebLifecycleState', { state: 'active' });
  await tab.show();
  return tab;
};

const comeBack: Record<HandoverKind, (tab: PageTab, open: () => Promise<PageTab>) => Promise<PageTab>> = {
  close: (_tab, open) => open(),
  crash: reopen,
  navigate: reopen,
  freeze: thaw,
  'back and forward': async (tab) => {
    await thaw(tab);
    await tab.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
    return tab;
  },
};
