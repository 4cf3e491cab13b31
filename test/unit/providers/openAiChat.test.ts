import { openAiChat, selectOpenAiChatText } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { describeEventPreset } from '../../support/describeEventPreset.ts';
import { streamCapture } from '../../support/streamCapture.ts';

it('takes the text of the first choice, without refusals, tool calls and usage', async () => {
  expect(await streamCapture('openAiChat', openAiChat)).toEqual({
    status: 'done',
    data: 'A stream arrives in pieces: “first words first”, says the café. Ready to go 🚀 日本も。\n\nDone.',
    error: undefined,
  });
});

it('fails at an error in the stream and keeps the text received before', async () => {
  expect(await streamCapture('openAiChat.error', openAiChat)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: { code: 'upstream', cause: { type: 'server_error' }, message: expect.stringContaining('had an error') },
  });
});

it('selects nothing of a chunk that holds no text', () => {
  const chunks = [
    null,
    {},
    { choices: null },
    { choices: [] },
    { choices: [null] },
    { choices: [{}] },
    { choices: [{ delta: null }] },
    { choices: [{ delta: { content: null } }] },
    { choices: [{ delta: { content: '' } }] },
    { choices: [{ delta: { content: 7 } }] },
    { choices: [{ index: 1, delta: { content: 'no' } }] },
    { choices: 7 },
    { choices: 'no' },
  ];
  for (const chunk of chunks) expect(selectOpenAiChatText(chunk as object)).toBeUndefined();
});

it('selects the text of a choice without an index', () => {
  expect(selectOpenAiChatText({ choices: [{ delta: { content: 'yes' } }] })).toBe('yes');
});

describeEventPreset(openAiChat, { choices: [{ index: 0, delta: { content: 'text' } }] });
