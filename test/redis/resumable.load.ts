import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerTo } from '../../examples/server/answerTo.js';
import { startAnswerProcesses } from '../support/resume/startAnswerProcesses.ts';

const answerCount = 200;
const readersPerAnswer = 10;
const story = answerTo('Tell me a story');

let processes: Awaited<ReturnType<typeof startAnswerProcesses>>;
beforeAll(async () => {
  processes = await startAnswerProcesses({ lease: 10_000, speed: 1 });
}, 60_000);
afterAll(() => processes?.stop());

/** The resident memory of a process, in MiB. */
const memoryOf = (pid: number) => Number(execFileSync('ps', ['-o', 'rss=', '-p', `${pid}`])) / 1024;

/** Reads a body as far as it comes, or until it has that many bytes and is then broken off. */
async function readBody(url: string, { after, limit = Infinity }: { after: string; limit?: number }) {
  const response = await fetch(url, { headers: after ? { 'Last-Event-ID': after } : {} });
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true });
    // To leave the loop cancels the body, which closes the connection.
    if (text.length >= limit) break;
  }
  return { text, status: response.status, process: Number(response.headers.get('x-process')) };
}

test(`${answerCount * readersPerAnswer} readers of ${answerCount} answers get every byte`, async () => {
  const pids = new Set<number>();
  let bytes = 0;
  let events = 0;
  const started = performance.now();

  const begin = async () => {
    const controller = new AbortController();
    const response = await fetch(`${processes.url}/chat?interval=100`, {
      method: 'POST',
      body: '{"prompt":"story"}',
      signal: controller.signal,
    });
    pids.add(Number(response.headers.get('x-process')));
    // The producer continues without its first reader.
    controller.abort();
    return response.headers.get('x-answer-id')!;
  };
  /** Reads a whole answer; every second reader loses its connection once, at any byte. */
  const read = async (id: string, reader: number) => {
    const url = `${processes.url}/chat/${id}`;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 5000));
    let whole = '';
    if (reader % 2 === 1) {
      const { text } = await readBody(url, { after: '', limit: 500 + Math.random() * 5000 });
      // What ends with a blank line has come whole.
      whole = text.slice(0, text.lastIndexOf('\n\n') + 2);
    }
    const after = [...whole.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? '';
    const rest = await readBody(url, { after });
    whole += rest.text;
    pids.add(rest.process);
    bytes += whole.length;
    return whole;
  };

  const ids = await Promise.all(Array.from({ length: answerCount }, begin));
  const peak = { memory: [] as number[] };
  const watch = setInterval(() => {
    peak.memory = [...pids].map((pid, index) => Math.max(peak.memory[index] ?? 0, memoryOf(pid)));
  }, 1000);
  const answers = await Promise.all(
    ids.map((id) => Promise.all(Array.from({ length: readersPerAnswer }, (_, reader) => read(id, reader)))),
  );
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;

  for (const copies of answers) {
    // The ids are part of the bytes, so the readers of one answer have the same ones in the same order.
    for (const copy of copies) expect(copy === copies[0]).toBe(true);
    const chunks = [...copies[0]!.matchAll(/^data: (\{.*\})$/gm)].map(([, json]) => JSON.parse(json!));
    expect(chunks.map(({ choices }) => choices[0].delta.content ?? '').join('')).toBe(story);
    events += chunks.length * copies.length;
  }
  expect(pids.size).toBe(2);
  console.log({
    readers: answers.flat().length,
    answers: answers.length,
    seconds: Math.round(seconds * 10) / 10,
    megabytes: Math.round(bytes / 1e4) / 100,
    eventsPerSecond: Math.round(events / seconds),
    peakMebibytesOfEachProcess: peak.memory.map(Math.round),
  });
}, 300_000);
