import { createEventSource } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';

it('warns in development if a name is shared with other headers', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const { fetch, requests, nextRequest } = createMockStream();
  const open = (user: string) => {
    const source = createEventSource('/feed', { fetch, share: 'feed', headers: { authorization: user } });
    source.open();
    return source;
  };
  const sources = [open('ada'), open('grace')];
  await nextRequest();
  await nextRequest();
  expect(requests).toHaveLength(2);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("share: 'feed'"));
  for (const source of sources) source.close();
  warn.mockRestore();
});
