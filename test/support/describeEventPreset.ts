import type { StreamPreset } from 'react-streamed/providers';
import { describe, expect, it } from 'vitest';
import { streamCapture } from './streamCapture.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

/**
 * Checks what is true of every preset that reads events, whatever its format.
 *
 * @param chunk - one of the preset's chunks, which adds the text `text`.
 */
export function describeEventPreset<Chunk extends object>(preset: StreamPreset<'events', Chunk>, chunk: object): void {
  const text = `data: ${JSON.stringify(chunk)}\n\n`;
  const read = (wire: string) => streamCapture(bytesOf(wire), preset, 20);

  describe('as every preset of events', () => {
    it('ends at [DONE], whatever follows', async () => {
      expect(await read(`${text}data: [DONE]\n\ndata: {oops\n\n`)).toMatchObject({ status: 'done', data: 'text' });
    });

    it('ends well without any text', async () => {
      expect(await read('data: [DONE]\n\n')).toEqual({ status: 'done', data: '', error: undefined });
    });

    it('passes over comments, event types and chunks that it does not know', async () => {
      const odd = ['null', '7', '"text"', '[]', '[null]', '{}', '{"type":null}', '{"error":null}', '{"delta":"x"}'];
      const wire = odd.map((json) => `data: ${json}\n\n`).join('');
      const unknown = 'event: heartbeat\ndata: still here\n\nevent: later\ndata: {"type":"later","text":"no"}\n\n';
      const done = 'data: [DONE]\n\n';
      expect(await read(`: hi\n\n${wire}${unknown}event: ping\ndata:\n\ndata:\n\n${text}${done}`)).toEqual({
        status: 'done',
        data: 'text',
        error: undefined,
      });
    });

    it.each([
      ['an error object', 'data: {"error":{"message":"busy","code":503}}\n\n', { message: 'busy', code: 503 }],
      ['an error text', 'data: {"error":"busy"}\n\n', 'busy'],
      ['an event that is one', 'event: error\ndata: {"message":"busy"}\n\n', { message: 'busy' }],
      ['words in such an event', 'event: error\ndata: busy\n\n', 'busy'],
      ['such an event that says nothing', 'event: error\ndata:\n\n', 'error'],
    ])('fails at %s', async (_, wire, cause) => {
      expect(await read(`${text}${wire}${text}`)).toMatchObject({
        status: 'error',
        data: 'text',
        error: { code: 'upstream', cause },
      });
    });

    it('reads a chunk with space before it, in an event of any type', async () => {
      const wire = `event: chunk\ndata:   ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`;
      expect(await read(wire)).toMatchObject({ status: 'done', data: 'text' });
    });

    it('gives onItem an object for each chunk', async () => {
      const onItem = (item: unknown) => expect(item).toBeInstanceOf(Object);
      await streamCapture(bytesOf('data: null\n\ndata: 7\n\ndata: [DONE]\n\n'), { ...preset, onItem }, 1);
    });

    it('fails at a chunk that is cut, rather than leave out its text', async () => {
      for (const wire of ['data: {"choices":[\n\n', 'event: later\ndata: {"a":\n\n', 'data: oops\n\n']) {
        const end = await read(`${text}${wire}${text}`);
        expect(end).toMatchObject({ status: 'error', data: 'text', error: { code: 'parse' } });
      }
    });
  });
}
