import { markdown } from 'react-streamed/markdown';
import { describe, expect, it } from 'vitest';
import { answerHead, setUpResumable } from '../../support/setUpResumable.ts';

const story = 'One.\n\nTwo **bold';

/** Receives the story, and then its beginning again. */
async function replay(options: object) {
  const setup = setUpResumable({ from: 'start' }, options);
  const { mock, clock, stream, waitForRetry } = setup;
  const end = stream.start();
  (await mock.nextRequest()).respond(answerHead).text(story).drop();
  await waitForRetry();
  const get = (await mock.nextRequest()).text('One.');
  await clock.advanceFrameAsync();
  expect(stream.getSnapshot()).toMatchObject({ status: 'streaming', data: { text: story } });
  return { ...setup, end, get };
}

const endings = [
  ['stop()', 'stopped', ({ stream }: Awaited<ReturnType<typeof replay>>) => stream.stop()],
  ['an error', 'error', ({ get }: Awaited<ReturnType<typeof replay>>) => void get.text('x')],
] as const;

describe('streamed Markdown', () => {
  const fail = (text: string) => text.includes('x') && 'broken';

  it.each(endings)('is ended at %s during a replay', async (_how, status, cutShort) => {
    const accumulate = markdown();
    const setup = await replay({ accumulate, fail });
    cutShort(setup);
    const { data } = await setup.end;
    expect(setup.stream.getSnapshot()).toMatchObject({ status, data: { text: story } });
    expect(data).toBe(setup.stream.getSnapshot().data);
    expect(data).toEqual(await accumulateAll(markdown()));
  });

  it('is ended if nothing is left after a replay has broken', async () => {
    const { mock, stream, end, get, waitForRetry } = await replay({ accumulate: markdown() });
    get.drop();
    await waitForRetry();
    (await mock.nextRequest()).respond({ status: 204 });
    expect(await end).toMatchObject({ status: 'done' });
    expect(stream.getSnapshot().data).toEqual(await accumulateAll(markdown()));
  });

  it('is ended if it is stopped while its component is hidden', async () => {
    const { mock, clock, stream } = setUpResumable({}, { accumulate: markdown() });
    const detach = stream.attach('passive');
    await clock.advanceAsync(0);
    void stream.start();
    (await mock.nextRequest()).respond(answerHead).text(story);
    await clock.advanceAsync(0);
    detach();
    await clock.advanceAsync(0);
    stream.stop();
    expect(stream.getSnapshot()).toMatchObject({ status: 'stopped' });
    expect(stream.getSnapshot().data).toEqual(await accumulateAll(markdown()));
  });
});

/** Returns the data of the whole story, received at once. */
async function accumulateAll(accumulate: unknown) {
  const { mock, stream } = setUpResumable({}, { accumulate });
  const end = stream.start();
  (await mock.nextRequest()).respond().text(story).end();
  const { data } = await end;
  return data;
}
