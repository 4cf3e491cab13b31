import { ollama, selectOllamaText } from 'react-streamed/providers';
import { expect, it } from 'vitest';
import { streamCapture } from '../../support/streamCapture.ts';

const read = (wire: string) => streamCapture(new TextEncoder().encode(wire), ollama, 20);

it('takes the text of a chat, without thinking and tool calls', async () => {
  expect(await streamCapture('ollamaChat', ollama)).toEqual({
    status: 'done',
    data: 'Local models stream lines of JSON 🚀!',
    error: undefined,
  });
});

it('takes the text of a completion, with the last line that has no ending', async () => {
  expect(await streamCapture('ollamaGenerate', ollama)).toEqual({
    status: 'done',
    data: 'The sky is blue because blue light scatters most.',
    error: undefined,
  });
});

it('fails at an error in the stream and keeps the text received before', async () => {
  expect(await streamCapture('ollama.error', ollama)).toMatchObject({
    status: 'error',
    data: 'Half an answer',
    error: {
      code: 'upstream',
      cause: 'an error was encountered while running the model',
      message: expect.stringContaining('while running the model'),
    },
  });
});

it('ignores lines that it does not know, and ends at [DONE] if a gateway adds it', async () => {
  const wire = 'null\n7\n"x"\n[]\n{}\n\n{"error":null}\n{"message":null}\n{"response":"text"}\n[DONE]\n{oops\n';
  expect(await read(wire)).toEqual({ status: 'done', data: 'text', error: undefined });
});

it('fails at a line that is cut, rather than leave out its text', async () => {
  expect(await read('{"response":"text"}\n{"respon')).toMatchObject({
    status: 'error',
    data: 'text',
    error: { code: 'parse' },
  });
});

it('selects nothing of a line that holds no text', () => {
  const chunks = [null, {}, { message: null }, { message: {} }, { message: { content: '' } }, { message: 'no' }];
  for (const chunk of [...chunks, { message: { content: 7 } }, { response: '' }, { response: null }]) {
    expect(selectOllamaText(chunk as object)).toBeUndefined();
  }
});
