import { aiSdk, selectAiSdkText } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { describeEventPreset } from '../../support/describeEventPreset.ts';
import { streamCapture } from '../../support/streamCapture.ts';

it('takes the text of all steps, without reasoning, tools, sources and data', async () => {
  expect(await streamCapture('aiSdk', aiSdk)).toEqual({
    status: 'done',
    data: 'Parts have types, and text comes between its start and its end. It is sunny 🚀.',
    error: undefined,
  });
});

it('fails at an error part and keeps the text received before', async () => {
  expect(await streamCapture('aiSdk.error', aiSdk)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: { code: 'upstream', cause: 'The model is overloaded.', message: expect.stringContaining('overloaded') },
  });
});

it('fails at an error part without a text', async () => {
  const wire = new TextEncoder().encode('data: {"type":"error"}\n\n');
  expect(await streamCapture(wire, aiSdk, 20)).toMatchObject({ error: { code: 'upstream', cause: { type: 'error' } } });
});

it('ends normally if the server aborted the answer', async () => {
  const wire = new TextEncoder().encode('data: {"type":"abort","reason":"user cancelled"}\n\ndata: [DONE]\n\n');
  expect(await streamCapture(wire, aiSdk, 20)).toEqual({ status: 'done', data: '', error: undefined });
});

it('selects nothing of a part that holds no text', () => {
  const type = 'text-delta';
  for (const chunk of [null, {}, { type }, { type, delta: '' }, { type, delta: 7 }, { type: 'x', delta: 'no' }]) {
    expect(selectAiSdkText(chunk as object)).toBeUndefined();
  }
});

describeEventPreset(aiSdk, { type: 'text-delta', id: 't1', delta: 'text' });
