import { createEventSource, type EventSourceOptions } from 'react-streamed/core';
import { createMockStream } from 'react-streamed/testing';
import { expect, it, vi } from 'vitest';
import { eventStream, openEventSource } from '../../support/openEventSource.ts';

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

const schemaOf = (validate: () => unknown) => ({ '~standard': { version: 1, vendor: 'test', validate } });

it.each<[string, unknown, string]>([
  [
    'every issue of a schema',
    schemaOf(() => ({ issues: [{ message: 'no id' }, { message: 'no name' }] })),
    'no id; no name',
  ],
  ['that a schema is asynchronous', schemaOf(async () => ({ value: 1 })), 'the schema is asynchronous'],
  ['that an asynchronous schema fails', schemaOf(() => Promise.reject(new Error('x'))), 'the schema is asynchronous'],
])('quotes %s, and reports nothing else', async (_, parse, says) => {
  const reportError = vi.fn();
  vi.stubGlobal('reportError', reportError);
  const onParseError = vi.fn();
  const { source, mock, settle } = openEventSource({ parse: parse as EventSourceOptions['parse'], onParseError });
  (await mock.nextRequest()).respond(eventStream).event('1');
  await settle();
  expect(source.getSnapshot()).toMatchObject({ status: 'open', count: 0 });
  const message = String(onParseError.mock.calls[0]?.[0].message);
  expect(message).toMatch(/^An item is invalid \(.*\)\. See https:\S+parse\.md$/);
  expect(message).toContain(`(${says})`);
  expect(reportError).not.toHaveBeenCalled();
  vi.unstubAllGlobals();
});
