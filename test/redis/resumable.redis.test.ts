import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { describeAnswers } from '../support/resume/describeAnswers.ts';
import { openAnswer } from '../support/resume/openAnswer.ts';
import { startAnswerProcesses } from '../support/resume/startAnswerProcesses.ts';

const lease = 1000;
const story = answerTo('Tell me a story');
let processes: Awaited<ReturnType<typeof startAnswerProcesses>>;

beforeAll(async () => {
  processes = await startAnswerProcesses({ lease });
}, 30_000);
afterAll(() => processes?.stop());

describe('answers in Redis, behind two processes', () => {
  describeAnswers(() => processes.url);

  it('are read by both processes', async () => {
    const client = openAnswer(processes.url);
    void client.stream.start();
    await client.waitFor(5);
    // Connections that are open at the same time go to both processes in turn.
    const readers = [1, 2, 3, 4].map(() => openAnswer(processes.url, { id: client.answerId()! }));
    for (const { stream } of readers) stream.attach();
    for (const reader of readers) {
      expect(await reader.waitFor(1e9)).toMatchObject({ status: 'done', data: story });
    }
    expect(new Set(readers.map(({ requests }) => requests[0]!.process)).size).toBe(2);
  });

  it.each([1, 2, 3])('end within the lease and a second if their process is killed (%i)', async () => {
    const client = openAnswer(processes.url);
    const end = client.stream.start();
    await client.waitFor(30);
    const started = performance.now();
    process.kill(client.requests[0]!.process, 'SIGKILL');
    const { status, data } = await end;
    const took = performance.now() - started;
    console.log(`killed the producer: ${status} after ${Math.round(took)} ms, with a lease of ${lease} ms`);
    expect(['error', 'done']).toContain(status);
    expect(story.startsWith(data)).toBe(true);
    expect(took).toBeLessThan(lease + 1000);
  });

  it('complete if the process of a reader is killed, but not that of the producer', async () => {
    const client = openAnswer(processes.url);
    void client.stream.start();
    await client.waitFor(5);
    // Connections go to both processes in turn.
    const readers = [1, 2, 3, 4].map(() => openAnswer(processes.url, { id: client.answerId()! }));
    for (const { stream } of readers) stream.attach();
    await Promise.all(readers.map(({ waitFor }) => waitFor(20)));
    const producer = client.requests[0]!.process;
    const reader = readers.find(({ requests }) => requests[0]!.process !== producer)!;
    process.kill(reader.requests[0]!.process, 'SIGKILL');
    for (const each of readers) expect(await each.waitFor(1e9)).toMatchObject({ status: 'done', data: story });
    expect(reader.requests.length).toBeGreaterThan(1);
  });
});
