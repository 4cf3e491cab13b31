import { anthropic, selectAnthropicText } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { describeEventPreset } from '../../support/describeEventPreset.ts';
import { streamCapture } from '../../support/streamCapture.ts';

it('takes the text of all text blocks, without thinking, tool calls and citations', async () => {
  expect(await streamCapture('anthropic', anthropic)).toEqual({
    status: 'done',
    data: 'Okay, let’s check the weather:\nSunny, 22 °C. Pack light 🚀',
    error: undefined,
  });
});

it('fails at an error in the stream and keeps the text received before', async () => {
  expect(await streamCapture('anthropic.error', anthropic)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: { code: 'upstream', cause: { type: 'overloaded_error' }, message: expect.stringContaining('Overloaded') },
  });
});

it('takes the text of every message that a relay sends in one response', async () => {
  expect(await streamCapture('anthropic.relay', anthropic)).toEqual({
    status: 'done',
    data: 'Let me look. It is sunny in Paris.',
    error: undefined,
  });
});

it('selects nothing of an event that holds no text', () => {
  const chunks = [
    null,
    {},
    { delta: null },
    { delta: {} },
    { delta: 'no' },
    { delta: { type: 'text_delta' } },
    { delta: { type: 'text_delta', text: '' } },
    { delta: { type: 'text_delta', text: 7 } },
    { delta: { type: 'thinking_delta', text: 'no' } },
  ];
  for (const chunk of chunks) expect(selectAnthropicText(chunk as object)).toBeUndefined();
});

describeEventPreset(anthropic, { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'text' } });
