import { createFetchStream } from 'react-streamed/core';
import { json } from 'react-streamed/json';
import { openAiChat } from 'react-streamed/providers';
import { createMockStream } from 'react-streamed/testing';
import { expect, test, vi } from 'vitest';
import { readJson } from '../../support/readJson.ts';

test.each([
  ['prose before the value', 'Here you are: {}', 'Unexpected "H" at position 0', undefined],
  ['a code fence', '```json\n{}', 'Unexpected "`" at position 0', undefined],
  ['a comment', '[1,/* 2 */', 'Unexpected "/" at position 3', [1]],
  ['a trailing comma', '[1,]', 'Unexpected "]" at position 3', [1]],
  ['a trailing comma in an object', '{"a":1,}', 'Unexpected "}" at position 7', { a: 1 }],
  ['a name without quotes', '{a:1}', 'Unexpected "a" at position 1', {}],
  ['the wrong bracket', '[1}', 'Unexpected "}" at position 2', [1]],
  ['two values', '[1] [2]', 'Unexpected "[" at position 4', [1]],
  ['a bracket too much', '[1]]', 'Unexpected "]" at position 3', [1]],
  ['no colon', '{"a" 1}', 'Unexpected "1" at position 5', {}],
  ['a number with a leading zero', '[01]', 'Unexpected "]" at position 3', []],
  ['a number that is none', '[1.2.3]', 'Unexpected "]" at position 6', []],
  ['a word that is none', '[1,nul]', 'Unexpected "n" at position 3', [1]],
  ['an escape that is none', '["a\\x', 'Unexpected "\\\\" at position 3', ['a']],
  ['a code point that is none', '["\\u00g0"]', 'Unexpected "\\\\" at position 2', ['']],
  ['a line break in a text', '["a\nb"]', 'Unexpected "\\n" at position 3', ['a']],
  ['a control character between values', '[1,\u00002]', 'Unexpected "\\u0000" at position 3', [1]],
  ['a space that JSON does not know', '[\u00a01]', 'Unexpected "\u00a0" at position 1', []],
])('throws once at %s and keeps the data before it', (_title, text, message, data) => {
  for (const chunks of [
    [text, '[1]'],
    [...text, '[1]'],
    [text, ...'[1]'],
  ]) {
    const { snapshots, errors } = readJson(chunks);
    expect(errors).toEqual([expect.objectContaining({ name: 'SyntaxError' })]);
    expect(String(errors[0])).toContain(`${message} of the JSON text.`);
    expect(snapshots.at(-1)).toEqual(data);
  }
});

test('reports text that is not JSON once, and the stream continues with the data before it', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  const mock = createMockStream({ answer: (request) => request.text('{"a":[1').text(',,').text('2]}').end() });
  const stream = createFetchStream('/answer', { fetch: mock.fetch, accumulate: json() });

  expect(await stream.start()).toEqual({ status: 'done', data: { a: [1] }, error: undefined });
  expect(report).toHaveBeenCalledTimes(1);
  report.mockRestore();
});

test('starts again with the next run', async () => {
  let run = 0;
  const texts = ['oops', '{"a":1}'];
  const mock = createMockStream({ answer: (request) => request.text(texts[run++]!).end() });
  const report = vi.spyOn(console, 'error').mockImplementation(() => {});
  const stream = createFetchStream('/answer', { fetch: mock.fetch, accumulate: json() });
  expect(await stream.start()).toMatchObject({ data: undefined });
  expect(await stream.start()).toMatchObject({ data: { a: 1 } });
  report.mockRestore();
});

test('composes with a preset', async () => {
  const mock = createMockStream({
    answer: (request) => {
      for (const content of ['{"title":"So', 'up","steps":[', '{"text":"Stir"}]}']) {
        request.event({ data: JSON.stringify({ choices: [{ index: 0, delta: { content } }] }) });
      }
      request.event({ data: '[DONE]' }).end();
    },
  });
  const stream = createFetchStream('/chat', { ...openAiChat, fetch: mock.fetch, body: {}, accumulate: json() });
  expect(await stream.start()).toMatchObject({
    status: 'done',
    data: { title: 'Soup', steps: [{ text: 'Stir' }] },
  });
});
