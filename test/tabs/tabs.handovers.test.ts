import { afterAll, beforeAll, expect, test } from 'vitest';
import { handOver, handoverKinds, type Handover } from './handOver.ts';
import { openTabs, until, type PageTab } from './openTabs.ts';
import { startBrowser, type TabBrowser } from './startBrowser.ts';
import { startTabServer, type TabServer } from './startTabServer.ts';

const rounds = Number(process.env['TABS_HANDOVERS'] ?? 10) / handoverKinds.length;
const idleTimeout = 1000;

let browser: TabBrowser;
let server: TabServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startTabServer()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('loses and doubles nothing while leaders come and go', { timeout: 30_000 + rounds * 60_000 }, async () => {
  const openTab = openTabs(browser, server);
  // Each hears of no freezing, so that another tab has to take over.
  const open = () => openTab({ idleTimeout: String(idleTimeout), deaf: '' });
  const tabs: PageTab[] = [];
  for (let count = 0; count < 4; count += 1) tabs.push(await open());
  const handovers: Handover[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of handoverKinds) handovers.push(await handOver(kind, tabs, open));
  }

  const remaining = await Promise.all(tabs.flatMap((tab) => [tab.seen(0), tab.seen(1)]));
  const seen = [...handovers.flatMap((handover) => handover.seen), ...remaining];
  const faults = { lost: 0, doubled: 0, disordered: 0 };
  for (const { lost, doubled, disordered } of seen) {
    faults.lost += lost;
    faults.doubled += doubled;
    faults.disordered += disordered;
  }
  report(handovers, {
    ...faults,
    records: seen.length,
    events: seen.reduce((sum, { count }) => sum + count, 0),
    requests: server.streams.length,
  });
  expect(faults).toEqual({ lost: 0, doubled: 0, disordered: 0 });
  expect(server.countOpen()).toBe(1);

  for (const tab of tabs) await tab.evaluate('window.page.unmount()');
  await until(async () => (await tabs[0]!.countLocks()) === 0);
  await until(() => server.countOpen() === 0);
});

function report(handovers: readonly Handover[], more: object) {
  const rows = ['all but freeze', ...handoverKinds].map((kind) => {
    const isIncluded = (own: string) => (kind === 'all but freeze' ? own !== 'freeze' : own === kind);
    const gaps = handovers
      .filter((each) => isIncluded(each.kind))
      .map(({ gap }) => Math.round(gap))
      .toSorted((a, b) => a - b);
    const at = (share: number) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * share))];
    return { kind, handovers: gaps.length, p50: at(0.5), p95: at(0.95), max: gaps.at(-1) };
  });
  console.table(rows);
  console.log(JSON.stringify(more));
}
