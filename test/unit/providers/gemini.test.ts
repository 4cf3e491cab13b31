import { gemini, selectGeminiText } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { describeEventPreset } from '../../support/describeEventPreset.ts';
import { streamCapture } from '../../support/streamCapture.ts';

it('takes the text of all parts of the first candidate, without thoughts, calls and code', async () => {
  expect(await streamCapture('gemini', gemini)).toEqual({
    status: 'done',
    data: 'Occam’s razor: of two explanations, take the simpler. 1 + 1 = 2 🚀.',
    error: undefined,
  });
});

it('fails at an error in the stream and keeps the text received before', async () => {
  expect(await streamCapture('gemini.error', gemini)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: { code: 'upstream', cause: { status: 'UNAVAILABLE' }, message: expect.stringContaining('overloaded') },
  });
});

it('ends normally if the prompt is blocked', async () => {
  const wire = new TextEncoder().encode('data: {"promptFeedback":{"blockReason":"SAFETY"}}\r\n\r\n');
  expect(await streamCapture(wire, gemini, 20)).toEqual({ status: 'done', data: '', error: undefined });
});

it('selects nothing of a chunk that holds no text', () => {
  const parts = [
    null,
    undefined,
    [],
    [null],
    [{}],
    [{ text: '' }],
    [{ text: 7 }],
    [{ text: 'no', thought: true }],
    'no',
  ];
  for (const part of parts) {
    expect(selectGeminiText({ candidates: [{ content: { parts: part } }] } as object)).toBeUndefined();
  }
  for (const chunk of [null, {}, { candidates: null }, { candidates: [] }, { candidates: [null] }, { candidates: 7 }]) {
    expect(selectGeminiText(chunk as object)).toBeUndefined();
  }
});

describeEventPreset(gemini, { candidates: [{ content: { parts: [{ text: 'text' }], role: 'model' } }] });
