import { readUIMessageStream } from 'ai';
import { importSource } from '../support/importSource.js';

const { aiSdkParts, parts } = await importSource('providers.ts');
const { json } = await importSource('json.ts');

const accumulate = parts({ input: json });

/** Reads the chunks of a UI message stream with `aiSdkParts`, and takes a snapshot after each. */
export function readOurs(chunks) {
  const state = accumulate.create();
  let data;
  for (const chunk of chunks) {
    const changes = aiSdkParts.select(chunk);
    if (changes !== undefined) accumulate.add(state, changes);
    data = accumulate.snapshot(state);
  }
  return data;
}

/** Reads them with the AI SDK, which gives a message after each. */
export async function readWithAi(chunks) {
  let message;
  const stream = new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  for await (const latest of readUIMessageStream({ stream })) message = latest;
  return message;
}
