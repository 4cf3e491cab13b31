import { openAiResponses, selectOpenAiResponsesText } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { describeEventPreset } from '../../support/describeEventPreset.ts';
import { streamCapture } from '../../support/streamCapture.ts';

it('takes the text once, without reasoning, refusals, tool calls and annotations', async () => {
  expect(await streamCapture('openAiResponses', openAiResponses)).toEqual({
    status: 'done',
    data: 'Events carry a type each, so a reader takes what it knows. Lift off 🚀.',
    error: undefined,
  });
});

it('passes the last event on, for its usage', async () => {
  const types: unknown[] = [];
  const onItem = (chunk: { type?: string }) => types.push(chunk.type);
  await streamCapture('openAiResponses', { ...openAiResponses, onItem }, 1);
  expect(types.at(-1)).toBe('response.completed');
});

it.each([
  ['nested', 'openAiResponses.error', { type: 'service_unavailable_error' }, 'Unable to verify model access'],
  ['flat', 'openAiResponses.flat.error', { code: 'ERR_SOMETHING' }, 'Something went wrong'],
  ['response’s', 'openAiResponses.failed.error', { code: 'server_error' }, 'The model failed'],
])('fails at a %s error and keeps the text received before', async (_, capture, cause, message) => {
  expect(await streamCapture(capture, openAiResponses)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: { code: 'upstream', cause, message: expect.stringContaining(message) },
  });
});

it.each([
  ['error', { type: 'error', code: null, message: 'busy' }],
  ['response.failed', { type: 'response.failed', response: null }],
])('fails at %s even if the event has lost its name on the way', async (_, chunk) => {
  const wire = new TextEncoder().encode(`data: ${JSON.stringify(chunk)}\n\n`);
  expect(await streamCapture(wire, openAiResponses, 20)).toMatchObject({
    status: 'error',
    error: { code: 'upstream', cause: chunk },
  });
});

it('selects nothing of an event that holds no text', () => {
  const type = 'response.output_text.delta';
  for (const chunk of [null, {}, { type }, { type, delta: '' }, { type, delta: {} }, { type: 'x', delta: 'no' }]) {
    expect(selectOpenAiResponsesText(chunk as object)).toBeUndefined();
  }
});

describeEventPreset(openAiResponses, { type: 'response.output_text.delta', delta: 'text' });
