import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One answer of the server, and where its responses break. */
export interface CutAnswer {
  readonly body: Uint8Array;
  /** Which part of what is left each response sends before it breaks, from 0 to 1. A response beyond the list sends all. */
  readonly cuts: readonly number[];
  /** Whether a response breaks by a clean end, as behind some proxies. */
  readonly isCutClean: boolean;
  /** How many bytes are written at once. */
  readonly chunkSize: number;
  /** Returns the offset that a request for the rest asks for. */
  offsetOf(url: URL): number;
}

/** Starts a server whose responses break after given numbers of bytes. It counts what it was asked for. */
export async function startCuttingServer() {
  const answers = new Map<string, CutAnswer & { sent: number }>();
  const counts = { posts: new Map<string, number>(), requests: 0, bytes: 0 };

  const write = async (response: ServerResponse, bytes: Uint8Array, chunkSize: number) => {
    for (let at = 0; at < bytes.length; at += chunkSize) {
      const chunk = bytes.subarray(at, at + chunkSize);
      counts.bytes += chunk.length;
      await new Promise((resolve) => response.write(chunk, resolve));
    }
  };
  const server = createServer(async (request, response) => {
    request.resume();
    const url = new URL(request.url!, 'http://localhost');
    const id = url.pathname.slice(1);
    const answer = answers.get(id)!;
    counts.requests += 1;
    if (request.method === 'POST') counts.posts.set(id, (counts.posts.get(id) ?? 0) + 1);
    const rest = answer.body.subarray(request.method === 'POST' ? 0 : answer.offsetOf(url));
    const share = answer.cuts[answer.sent];
    const cut = share === undefined ? undefined : Math.floor(share * rest.length);
    answer.sent += 1;
    response.writeHead(200, { 'x-answer': id });
    response.flushHeaders();
    const isCut = cut !== undefined && cut < rest.length;
    await write(response, isCut ? rest.subarray(0, cut) : rest, answer.chunkSize);
    // Closes the connection once everything is sent, without the chunk that would end the body.
    if (isCut && !answer.isCutClean) response.socket!.destroySoon();
    else response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  let latest = 0;
  return {
    counts,
    /** Adds an answer and returns its URL. */
    add(answer: CutAnswer): string {
      latest += 1;
      answers.set(`${latest}`, { ...answer, sent: 0 });
      return `http://127.0.0.1:${port}/${latest}`;
    },
    postsTo: (url: string) => counts.posts.get(new URL(url).pathname.slice(1)),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
