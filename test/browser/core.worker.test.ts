import { expect, it } from 'vitest';

it('the stores and the typewriter run in a worker', async () => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const said = await new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  expect(said).toEqual({
    hasDocument: false,
    answer: ['done', 'Two words and a family 👩‍👩‍👧.'],
    typed: 'Two words and a family 👩‍👩‍👧.',
    events: ['one', 'two'],
    lastEventId: '2',
  });
  worker.terminate();
});
