import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findLeader, openTabs, until, type PageTab } from './openTabs.ts';
import { startBrowser, type TabBrowser } from './startBrowser.ts';
import { startTabServer, type StreamRequest, type TabServer } from './startTabServer.ts';

let browser: TabBrowser;
let server: TabServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([startBrowser(), startTabServer()]);
});

afterEach(async () => {
  await browser.clear();
  await until(() => server.countOpen() === 0);
  server.streams.length = 0;
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens tabs one after the other, so that the first one leads. */
async function open(count: number, parameters: Record<string, string> = {}): Promise<PageTab[]> {
  const tabs: PageTab[] = [];
  for (let index = 0; index < count; index += 1) {
    tabs.push(await openTabs(browser, server)(parameters));
    if (index === 0) await until(() => server.streams.length > 0);
  }
  return tabs;
}

/** What no tab may have seen. */
const faultless = { lost: 0, doubled: 0, disordered: 0 };
const findFaults = async (tabs: readonly PageTab[]) =>
  (await allSeen(tabs)).map(({ lost, doubled, disordered }) => ({ lost, doubled, disordered }));

const allSeen = (tabs: readonly PageTab[]) => Promise.all(tabs.map((tab) => tab.seen()));
const timeFetch = (tab: PageTab) =>
  tab.evaluate<number>(`(async () => {
    const start = performance.now();
    await Promise.race([fetch('/ping'), new Promise((resolve) => setTimeout(resolve, 2000))]);
    return performance.now() - start;
  })()`);

function startStream({ response }: StreamRequest) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'x-leader': 'yes' });
  response.flushHeaders();
  return response;
}

test('eight tabs with two components each have one connection, and a fetch beside them is not held up', async () => {
  const tabs = await open(8);
  await until(async () => (await allSeen(tabs)).every(({ count }) => count > 50));
  expect(server.streams).toHaveLength(1);
  expect(await tabs[7]!.evaluate('window.page.queryTabs()')).toEqual({ isLeader: false, followers: 7 });
  const times: number[] = [];
  for (const tab of tabs) times.push(await timeFetch(tab));
  console.log('fetch beside 8 tabs, ms:', times.map(Math.round).join(' '));
  expect(Math.min(...times)).toBeLessThan(50);
  expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(50);
});

test('six streams in three tabs that do not share hold up a fetch', async () => {
  const tabs = await open(3, { share: 'false' });
  await until(() => server.countOpen() === 6);
  expect(await timeFetch(tabs[0]!)).toBeGreaterThan(1900);
});

test('two users with two names never see the events of each other', async () => {
  const tabs = [
    ...(await open(2, { name: 'feed ada', url: '/events/ada' })),
    ...(await open(2, { name: 'feed grace', url: '/events/grace' })),
  ];
  await until(async () => (await allSeen(tabs)).every(({ count }) => count > 200));
  expect(server.countOpen()).toBe(2);
  // The leaders go, so that each follower sends the request for its user.
  await tabs[0]!.evaluate(`location.href = '/ping'`);
  await tabs[2]!.evaluate(`location.href = '/ping'`);
  const followers = [tabs[1]!, tabs[3]!];
  await until(async () => (await allSeen(followers)).every(({ opened: times }) => times === 2));
  const [ada, grace] = await allSeen(followers);
  expect(ada!.texts.filter((text) => !text.startsWith('/events/ada '))).toEqual([]);
  expect(grace!.texts.filter((text) => !text.startsWith('/events/grace '))).toEqual([]);
});

test('status, response, retries and errors reach every tab', async () => {
  const requests: StreamRequest[] = [];
  server.answer('/scripted', (stream) => requests.push(stream));
  const tabs = await open(3, { url: '/scripted' });
  const hooks = (expression: string) =>
    Promise.all(tabs.map((tab) => tab.evaluate(`(({ hook }) => ${expression})(window.page.records[1])`)));
  const everywhere = async (expression: string, value: unknown) => {
    await until(async () => (await hooks(expression)).every((each) => each === value)).catch(() => {});
    expect(await hooks(expression)).toEqual([value, value, value]);
  };
  await everywhere('hook.status', 'connecting');
  const first = startStream(requests[0]!);
  await everywhere('hook.status', 'open');
  await everywhere('hook.response.headers.get("x-leader")', 'yes');
  first.write('retry: 600\n: comment\n\ndata: a\n\n');
  await until(async () => (await allSeen(tabs)).every(({ texts }) => texts.join('') === 'a'));
  first.destroy();
  await everywhere('hook.reconnection?.error?.code', 'network');
  await everywhere('hook.status', 'reconnecting');
  await until(() => requests.length === 2);
  requests[1]!.response.writeHead(403, { 'x-why': 'no' }).end('forbidden');
  await everywhere('hook.status', 'error');
  await everywhere(
    '`${hook.error.code} ${hook.error.status} ${hook.error.body} ${hook.error.headers.get("x-why")}`',
    'http 403 forbidden no',
  );
  await everywhere('hook.error.name', 'StreamError');
  expect(requests).toHaveLength(2);
  for (const tab of tabs) expect(await tab.countLocks()).toBe(0);
});

test('a tab that reconnects takes over with a new connection', async () => {
  const tabs = await open(3);
  await until(async () => (await allSeen(tabs)).every(({ count }) => count > 50));
  await tabs[2]!.evaluate('window.page.records[0].hook.reconnect()');
  await until(() => tabs[2]!.isLeader());
  await until(() => server.countOpen() === 1 && server.streams.length === 2);
  await until(async () => (await allSeen(tabs)).every(({ opened: times }) => times === 2));
  for (const faults of await findFaults(tabs)) expect(faults).toEqual(faultless);
});

test('a hidden leader is replaced by a visible tab', async () => {
  const tabs = await open(4);
  await until(async () => (await allSeen(tabs)).every(({ count }) => count > 50));
  await tabs[1]!.hide();
  await tabs[0]!.hide();
  await until(async () => (await tabs[2]!.isLeader()) || (await tabs[3]!.isLeader()));
  const [leader, follower] = (await tabs[2]!.isLeader()) ? [tabs[2]!, tabs[3]!] : [tabs[3]!, tabs[2]!];
  // Nobody is left who is visible, so the last one keeps the lead.
  await follower.hide();
  await leader.hide();
  await tabs[0]!.evaluate(`new Promise((resolve) => setTimeout(resolve, 800))`);
  expect(await findLeader(tabs)).toBe(leader);
  await tabs[1]!.show();
  await until(() => tabs[1]!.isLeader());
  await until(() => server.countOpen() === 1);
  for (const faults of await findFaults(tabs)) expect(faults).toEqual(faultless);
});

test('a leader that is told of its freezing hands over at once, without an idle timeout', async () => {
  const tabs = await open(2, { name: 'frozen' });
  await until(async () => (await allSeen(tabs)).every(({ count }) => count > 50));
  await tabs[1]!.hide();
  await tabs[0]!.hide();
  await tabs[0]!.send('Page.setWebLifecycleState', { state: 'frozen' });
  await until(() => tabs[1]!.isLeader());
  await tabs[0]!.send('Page.setWebLifecycleState', { state: 'active' });
  const { last } = await tabs[1]!.seen();
  await until(async () => (await tabs[0]!.seen()).last > last);
  for (const faults of await findFaults(tabs)) expect(faults).toEqual(faultless);
  await tabs[1]!.evaluate('window.page.unmount()');
  await until(() => tabs[0]!.isLeader());
});

test('a tab that was away for longer than others remember fetches what it has missed', async () => {
  const tabs = await open(3);
  await until(async () => (await allSeen(tabs)).every(({ count }) => count > 50));
  await tabs[2]!.evaluate(`dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
  const { last } = await tabs[0]!.seen();
  await until(async () => (await tabs[0]!.seen()).last > last + 1500);
  await tabs[2]!.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  await until(async () => (await tabs[2]!.seen()).last > last + 1500);
  for (const faults of await findFaults(tabs)) expect(faults).toEqual(faultless);
  expect(server.streams).toHaveLength(2);
  await until(() => server.countOpen() === 1);
});

test('each frame that may not use locks has its own connection', async () => {
  const [tab] = await open(1);
  await tab!.evaluate(`(() => {
    const frame = document.createElement('iframe');
    frame.sandbox = 'allow-scripts';
    frame.src = location.href;
    document.body.append(frame, frame.cloneNode());
  })()`);
  await until(() => server.countOpen() === 3);
});
