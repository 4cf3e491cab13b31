import { setTimeout as pause } from 'node:timers/promises';

/** Answers a prompt with a text that comes in pieces. */
export async function POST(request: Request): Promise<Response> {
  const { prompt } = (await request.json()) as { prompt: string };
  const encoder = new TextEncoder();
  async function* write() {
    yield encoder.encode(`${prompt}:`);
    for (let number = 1; number <= 20; number++) {
      await pause(20);
      yield encoder.encode(` ${number}`);
    }
  }
  const pieces = write();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
