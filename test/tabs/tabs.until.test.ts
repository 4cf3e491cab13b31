import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTabs, until, type PageTab } from './openTabs.ts';
import { startBrowser, type TabBrowser } from './startBrowser.ts';
import { startTabServer, type StreamRequest, type TabServer } from './startTabServer.ts';

const rounds = Number(process.env['TABS_ENDS'] ?? 3);
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

/** What a component shows when the stream has reached its end mark. */
const ended = { status: 'closed', data: ['a', 'b'], count: 2, lastEvent: 'b', lastEventId: '2' };
const showHook = (tab: PageTab, reader: number) =>
  tab.evaluate(`(({ status, data, count, lastEvent, lastEventId }) =>
    ({ status, data, count, lastEvent: lastEvent?.data, lastEventId }))(window.page.records[${reader}].hook)`);
const showAll = (tabs: readonly PageTab[]) => Promise.all(tabs.flatMap((tab) => [showHook(tab, 0), showHook(tab, 1)]));

const haveStatus = async (tabs: readonly PageTab[], expected: string) =>
  (await Promise.all(tabs.map((tab) => tab.seen()))).every(({ status }) => status === expected);

function startStream({ response }: StreamRequest) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  return response;
}

/** What the server does after the end mark. */
const serverEnds = {
  'ends the response': (stream: StreamRequest) => stream.response.end(),
  'leaves the response open': () => {},
};

/** Counts the events in all tabs. */
const countAll = async (tabs: readonly PageTab[]) =>
  (await Promise.all(tabs.map((tab) => tab.seen()))).map(({ count }) => count);

for (const [title, finish] of Object.entries(serverEnds)) {
  const limit = { timeout: 30_000 * rounds };
  test(`every tab closes at the end mark and none asks again, if the server ${title}`, limit, async () => {
    const repeated: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const requests: StreamRequest[] = [];
      server.answer('/answer', (stream) => requests.push(stream));
      const parameters = { name: `${title} ${round}`, url: '/answer', until: 'end', limit: '10' };
      const open = () => openTabs(browser, server)(parameters);
      const tabs = await Promise.all(Array.from({ length: tabCount }, open));
      await until(() => requests.length > 0);
      const response = startStream(requests[0]!);
      await until(() => haveStatus(tabs, 'open'));
      response.write('id: 1\ndata: a\n\n');
      await until(async () => (await countAll(tabs)).every((count) => count === 1));

      response.write('id: 2\ndata: b\n\nevent: end\ndata: done\n\n');
      finish(requests[0]!);
      await until(async () => (await tabs[0]!.countLocks()) === 0).catch(() => {});
      repeated.push(requests.length - 1);
      if (requests.length === 1) expect(await showAll(tabs)).toEqual(Array.from({ length: 2 * tabCount }, () => ended));
      await browser.clear();
    }
    console.log(
      `An end mark in ${tabCount} tabs (the server ${title}), repeated requests by round: ${repeated.join(' ')}`,
    );
    expect(repeated.filter((count) => count > 0)).toEqual([]);
  });
}

test('a tab that opens after the end sends its own request, and the closed tabs keep their data', async () => {
  const requests: StreamRequest[] = [];
  server.answer('/short', (stream) => {
    requests.push(stream);
    startStream(stream).write('id: 1\ndata: a\n\nid: 2\ndata: b\n\nevent: end\ndata: done\n\n');
  });
  const open = () => openTabs(browser, server)({ name: 'short', url: '/short', until: 'end', limit: '10' });
  const first = await open();
  await until(() => haveStatus([first], 'closed'));
  await until(async () => (await first.countLocks()) === 0);
  const late = await open();
  await until(() => haveStatus([late], 'closed'));
  await until(async () => (await late.countLocks()) === 0);
  expect(await showAll([first, late])).toEqual([ended, ended, ended, ended]);
  expect(requests.map(({ lastEventId }) => lastEventId)).toEqual([undefined, undefined]);
  await until(() => server.countOpen() === 0);
});
