import { createEventSource } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { expect, it } from 'vitest';

it('quotes a URL with dollar signs as it is, without its query', async () => {
  const url = '/a$$b?token=secret';
  const headers = () => {
    throw new Error(`no token for ${url}`);
  };
  const { fetch } = createMockStream();
  const error = await new Promise<Error>((resolve) => {
    createEventSource(url, { fetch, headers, reconnect: false, onError: resolve }).open();
  });
  expect(error.message).toMatch(/^GET \/a\$\$b cannot be sent \(no token for \/a\$\$b\)\. See /);
});
