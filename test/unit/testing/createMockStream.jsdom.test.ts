// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { createMockStream } from 'react-streamed/testing';

it('takes the signals, forms and relative urls of jsdom', async () => {
  const mock = createMockStream();
  const controller = new AbortController();
  const body = new FormData();
  body.set('a', '1');
  const response = mock.fetch('/upload', { method: 'POST', body, signal: controller.signal });
  const request = await mock.nextRequest();
  expect(request.body).toContain('name="a"\r\n\r\n1\r\n');

  request.respond();
  expect((await response).url).toBe(new URL('/upload', location.href).href);

  controller.abort();
  await expect((await response).text()).rejects.toMatchObject({ name: 'AbortError' });
});
