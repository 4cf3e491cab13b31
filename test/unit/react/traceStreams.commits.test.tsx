import { act, render } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { list, useEventSource } from 'react-streamed';
import { traceStreams } from 'react-streamed/devtools';
import { createManualClock, createMockStream } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';
import { eventStream } from '../../support/openEventSource.ts';
import { recordStreams } from '../../support/recordStreams.ts';

/** Mounts a feed whose name for sharing is made at each render. */
async function mountFeed(nameOf: (render: number) => string | undefined) {
  const clock = createManualClock();
  const mock = createMockStream();
  const { records } = recordStreams(clock);
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  let renders = 0;
  function Feed() {
    renders += 1;
    const share = nameOf(renders);
    const { data } = useEventSource('/feed', { fetch: mock.fetch, clock, accumulate: list(), share });
    return <p>{data.join(', ')}</p>;
  }
  const view = render(<Feed />);
  const request = await mock.nextRequest();
  const deliver = async (text: string) => {
    await act(async () => {
      request.text(text);
      await clock.advanceFrameAsync();
    });
  };
  await act(async () => {
    request.respond(eventStream);
    await clock.advanceAsync(0);
  });
  return { records, warn, deliver, view };
}

it('records how long the items of a snapshot waited for their commit, once each', async () => {
  const { records, deliver, view } = await mountFeed(() => undefined);
  await deliver('data: one\n\ndata: two\n\n');
  await deliver('data: three\n\n');
  expect(view.container.textContent).toBe('one, two, three');
  const commits = records.filter((record) => record.type === 'commit');
  expect(commits.map(({ items, url }) => [items, url])).toEqual([
    [2, '/feed'],
    [1, '/feed'],
  ]);
  const snapshots = records.filter((record) => record.type === 'snapshot');
  expect(commits.map(({ start }) => start)).toEqual(snapshots.map(({ end }) => end));
});

it('warns once of a name for sharing that changes at each render', async () => {
  const { warn, deliver } = await mountFeed((number) => `feed-${number}`);
  for (const text of ['one', 'two', 'three', 'four']) await deliver(`data: ${text}\n\n`);
  const ours = warn.mock.calls.filter(([text]) => /`share` of GET \/feed is another name/.test(String(text)));
  expect(ours).toHaveLength(1);
});

it('says nothing of a name for sharing that stays', async () => {
  const { warn, deliver } = await mountFeed(() => 'feed');
  for (const text of ['one', 'two', 'three', 'four']) await deliver(`data: ${text}\n\n`);
  expect(warn).not.toHaveBeenCalled();
});

it('lets a component show the commits of others', async () => {
  const complaints = vi.spyOn(console, 'error');
  function Commits() {
    const [count, setCount] = useState(0);
    useEffect(
      () => traceStreams({ onRecord: ({ type }) => type === 'commit' && setCount((before) => before + 1) }),
      [],
    );
    return <output>{count}</output>;
  }
  const { getByRole } = render(<Commits />);
  const { deliver } = await mountFeed(() => undefined);
  await deliver('data: one\n\n');
  expect(getByRole('status').textContent).toBe('1');
  expect(complaints).not.toHaveBeenCalled();
});
