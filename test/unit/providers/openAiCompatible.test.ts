import { openAiCompatible, selectOpenAiCompatibleText } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { describeEventPreset } from '../../support/describeEventPreset.ts';
import { streamCapture } from '../../support/streamCapture.ts';

it.each([
  ['azure', 'Color is how light of each wavelength looks to an eye.'],
  ['groq', 'Fast language models answer while you still read.'],
  ['mistral', 'Voilà, la réponse s’écrit au fil de l’eau et finit.'],
  ['deepSeek', '9.8 is greater than 9.11.'],
  ['vllm', '你好，世界！Paged attention at your service.'],
  ['llamaCpp', 'All of this runs on your own machine.'],
  ['openAiChat', 'A stream arrives in pieces: “first words first”, says the café. Ready to go 🚀 日本も。\n\nDone.'],
])('takes the text of %s, without its reasoning and filter results', async (capture, data) => {
  expect(await streamCapture(capture, openAiCompatible)).toEqual({ status: 'done', data, error: undefined });
});

it.each([
  ['groq.error', 'over capacity', 'over capacity'],
  ['openRouter.error', { code: 'server_error' }, 'Provider disconnected'],
  ['vllm.error', { type: 'InternalServerError' }, 'EngineCore'],
  ['flat.error', { type: 'BadRequestError' }, 'maximum context length'],
])('fails at the error of %s and keeps the text received before', async (capture, cause, message) => {
  expect(await streamCapture(capture, openAiCompatible)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: { code: 'upstream', cause, message: expect.stringContaining(message) },
  });
});

it('selects nothing of a chunk that holds no text', () => {
  const contents = [null, undefined, '', 7, {}, [], [null], [{}], [{ type: 'text' }], [{ type: 'text', text: null }]];
  for (const content of [...contents, [{ type: 'thinking', text: 'no' }]]) {
    expect(selectOpenAiCompatibleText({ choices: [{ index: 0, delta: { content } }] } as object)).toBeUndefined();
  }
  for (const chunk of [null, {}, { choices: null }, { choices: [] }, { choices: [null] }, { choices: 7 }]) {
    expect(selectOpenAiCompatibleText(chunk as object)).toBeUndefined();
  }
});

describeEventPreset(openAiCompatible, { choices: [{ index: 0, delta: { content: 'text' } }] });
