import { afterAll, beforeAll, expect, test } from 'vitest';
import { findLeader, openTabs, until, type PageTab } from './openTabs.ts';
import { startBrowser, type TabBrowser } from './startBrowser.ts';
import { startTabServer, type TabServer } from './startTabServer.ts';

const rounds = Number(process.env['TABS_KILLS'] ?? 3);
const tabCount = 8;

let browser: TabBrowser;
let server: TabServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startTabServer()]);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const shuffle = <Item>(items: readonly Item[]) =>
  items
    .map((item) => ({ item, order: Math.random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => item);

const kill = (tab: PageTab) => (Math.random() < 0.5 ? tab.close() : void tab.send('Page.crash').catch(() => {}));

const limit = { timeout: 30_000 * rounds };
test('tabs that open together send one request, and each change of leaders one more', limit, async () => {
  const counts = {
    rounds,
    killed: 0,
    killedLeaders: 0,
    requests: 0,
    duplicates: 0,
    lost: 0,
    doubled: 0,
    disordered: 0,
  };
  for (let round = 0; round < rounds; round += 1) {
    server.streams.length = 0;
    const open = () => openTabs(browser, server)({ name: `kills ${round}` });
    const tabs = await Promise.all(Array.from({ length: tabCount }, open));
    await until(async () => (await Promise.all(tabs.map((tab) => tab.seen()))).every(({ count }) => count > 20));
    counts.duplicates += server.streams.length - 1;
    let remaining: readonly PageTab[] = tabs;
    while (remaining.length > 2) {
      const requestsBefore = server.streams.length;
      const leader = await findLeader(remaining);
      const shuffled = shuffle(remaining);
      const killed = shuffled.slice(0, 1 + Math.floor(Math.random() * 2));
      remaining = shuffled.slice(killed.length);
      await Promise.all(killed.map(kill));
      const { last } = await remaining[0]!.seen();
      await until(async () =>
        (await Promise.all(remaining.map((tab) => tab.seen()))).every((seen) => seen.last > last + 50),
      );
      await until(() => server.countOpen() === 1);
      const isLeaderKilled = killed.includes(leader!);
      counts.killed += killed.length;
      if (isLeaderKilled) counts.killedLeaders += 1;
      // A tab may lead for a moment between two kills, so only a request too many without a killed leader is a fault.
      const most = isLeaderKilled ? killed.length : 0;
      counts.duplicates += Math.max(0, server.streams.length - requestsBefore - most);
    }
    for (const { lost, doubled, disordered } of await Promise.all(remaining.map((tab) => tab.seen()))) {
      counts.lost += lost;
      counts.doubled += doubled;
      counts.disordered += disordered;
    }
    counts.requests += server.streams.length;
    await browser.clear();
    await until(() => server.countOpen() === 0);
  }
  console.log(JSON.stringify(counts));
  expect(counts).toMatchObject({ duplicates: 0, lost: 0, doubled: 0, disordered: 0 });
});
