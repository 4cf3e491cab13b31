import { expect, it } from 'vitest';
import { answerTo } from '../../../examples/server/answerTo.js';
import { openAnswer } from './openAnswer.ts';

const story = answerTo('Tell me a story');
const never = 1e9;

/** What the example's chat promises, whatever keeps its answers. */
export function describeAnswers(url: () => string) {
  it('continues an answer whose connection breaks three times, with one POST', async () => {
    const client = openAnswer(url());
    const end = client.stream.start();
    for (let breaks = 0; breaks < 3; breaks += 1) {
      // Several tokens may come at once.
      await client.waitFor(client.stream.getSnapshot().data.length + 30);
      client.cut();
    }
    expect(await end).toMatchObject({ status: 'done', data: story });
    expect(client.requests.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'GET']);
    expect(client.shown).toEqual(client.shown.toSorted((a, b) => a.length - b.length));
  });

  it('shows one answer to several readers, who come at different times', async () => {
    const first = openAnswer(url());
    const end = first.stream.start();
    await first.waitFor(40);
    const others = await Promise.all(
      [80, 160].map(async (length) => {
        await first.waitFor(length);
        const reader = openAnswer(url(), { id: first.answerId()! });
        reader.stream.attach();
        return reader;
      }),
    );
    expect(await end).toMatchObject({ status: 'done', data: story });
    for (const reader of others) {
      expect(await reader.waitFor(never)).toMatchObject({ status: 'done', data: story });
      expect(reader.requests.map(({ method }) => method)).toEqual(['GET']);
    }
  });

  it('stops for all readers', async () => {
    const first = openAnswer(url());
    void first.stream.start();
    await first.waitFor(40);
    const second = openAnswer(url(), { id: first.answerId()! });
    second.stream.attach();
    await second.waitFor(20);
    first.stream.stop();
    const { status, data } = await second.waitFor(never);
    expect(status).toBe('done');
    expect(story.startsWith(data)).toBe(true);
    expect(data.length).toBeLessThan(story.length);
    await expect
      .poll(() => first.requests.map(({ method, status }) => [method, status]))
      .toEqual([
        ['POST', 200],
        ['DELETE', 204],
      ]);
  });

  it('tells 204 if nothing follows, and 404 if it does not know the answer', async () => {
    const response = await fetch(`${url()}/chat?interval=1`, { method: 'POST', body: '{"prompt":"story"}' });
    const id = response.headers.get('x-answer-id');
    const lastEventId = (await response.text()).match(/id: (\S+)\n(?!.*id: )/s)![1]!;
    const again = await fetch(`${url()}/chat/${id}`, { headers: { 'Last-Event-ID': lastEventId } });
    expect(again.status).toBe(204);
    expect((await fetch(`${url()}/chat/unknown`)).status).toBe(404);
    const reader = openAnswer(url(), { id: 'unknown' });
    reader.stream.attach();
    expect(await reader.waitFor(1)).toMatchObject({ status: 'error', error: { code: 'http', status: 404 } });
  });
}
