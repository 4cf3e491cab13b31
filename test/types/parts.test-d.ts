import { useFetchStream } from 'react-streamed';
import { json } from 'react-streamed/json';
import {
  aiSdkParts,
  anthropicParts,
  geminiParts,
  ollamaParts,
  openAiChatParts,
  openAiCompatibleParts,
  openAiResponsesParts,
  parts,
  type AnswerParts,
  type OpenAiChatChunk,
  type Part,
  type PartChange,
  type Usage,
} from 'react-streamed/providers';
import { expectTypeOf, test } from 'vitest';

const body = { messages: [] };

test('each preset gives the parts', () => {
  expectTypeOf(useFetchStream('/chat', { ...openAiChatParts, body }).data).toEqualTypeOf<AnswerParts>();
  expectTypeOf(useFetchStream('/chat', { ...openAiCompatibleParts, body }).data).toEqualTypeOf<AnswerParts>();
  expectTypeOf(useFetchStream('/chat', { ...openAiResponsesParts, body }).data).toEqualTypeOf<AnswerParts>();
  expectTypeOf(useFetchStream('/chat', { ...anthropicParts, body }).data).toEqualTypeOf<AnswerParts>();
  expectTypeOf(useFetchStream('/chat', { ...geminiParts, body }).data).toEqualTypeOf<AnswerParts>();
  expectTypeOf(useFetchStream('/chat', { ...aiSdkParts, body }).data).toEqualTypeOf<AnswerParts>();
  expectTypeOf(useFetchStream('/chat', { ...ollamaParts, body }).data).toEqualTypeOf<AnswerParts>();
});

test('the data has parts, usage and a finish reason', () => {
  expectTypeOf<AnswerParts>().toEqualTypeOf<{
    readonly parts: readonly Part[];
    readonly usage: Usage | undefined;
    readonly finishReason: string | undefined;
  }>();
  expectTypeOf<Usage>().toEqualTypeOf<{
    readonly inputTokens: number | undefined;
    readonly outputTokens: number | undefined;
  }>();
});

test('the type of a part tells its fields', () => {
  const show = (part: Part): unknown => {
    switch (part.type) {
      case 'text':
      case 'reasoning':
        expectTypeOf(part).toEqualTypeOf<{
          readonly type: 'text' | 'reasoning';
          readonly text: string;
          readonly isOpen: boolean;
        }>();
        return part.text;
      case 'tool':
        expectTypeOf([part.id, part.name, part.inputText]).toEqualTypeOf<string[]>();
        expectTypeOf(part.input).toBeUnknown();
        return part.isOpen;
      case 'source':
        expectTypeOf(part.title).toEqualTypeOf<string | undefined>();
        return part.url;
    }
  };
  expectTypeOf(show).parameter(0).toEqualTypeOf<Part>();
});

test('the input of tools grows with `json`', () => {
  const accumulate = parts({ input: json });
  const { data } = useFetchStream('/chat', {
    ...openAiChatParts,
    accumulate,
    onItem: (chunk) => expectTypeOf(chunk).toEqualTypeOf<OpenAiChatChunk>(),
    onEnd: (answer) => expectTypeOf(answer).toEqualTypeOf<AnswerParts>(),
  });
  expectTypeOf(data).toEqualTypeOf<AnswerParts>();
});

test('another protocol gives its changes', () => {
  const select = (event: { delta?: string; done?: boolean }): PartChange | undefined =>
    event.delta === undefined ? undefined : { at: 0, type: 'text', text: event.delta };
  const parse = (line: string) => JSON.parse(line) as { delta?: string };
  const { data } = useFetchStream('/chat', { as: 'json-lines', parse, select, accumulate: parts() });
  expectTypeOf(data).toEqualTypeOf<AnswerParts>();
  // @ts-expect-error the items are texts
  useFetchStream('/chat', { as: 'lines', accumulate: parts() });
  // @ts-expect-error a part has a type that is known
  const change: PartChange = { at: 0, type: 'image' };
  expectTypeOf(change).toEqualTypeOf<PartChange>();
});

test('chunks name the reasoning and the sources that providers document', () => {
  useFetchStream('/chat', {
    ...openAiChatParts,
    onItem: (chunk) => {
      const delta = chunk.choices?.[0]?.delta;
      expectTypeOf([delta?.reasoning_content, delta?.reasoning]).toEqualTypeOf<(string | null | undefined)[]>();
      expectTypeOf(delta?.annotations?.[0]?.url_citation?.url).toEqualTypeOf<string | null | undefined>();
      expectTypeOf(chunk.usage?.completion_tokens).toEqualTypeOf<number | null | undefined>();
    },
  });
  useFetchStream('/chat', {
    ...anthropicParts,
    onItem: (chunk) => expectTypeOf(chunk.delta?.citation?.url).toEqualTypeOf<string | null | undefined>(),
  });
});
