/** What an answer says. */
export interface Reading {
  readonly text: string;
  readonly reasoning: string;
  /** The JSON texts of the inputs, in the order in which the tools were called. */
  readonly inputs: readonly string[];
}

/** Any JSON. Nothing here knows the presets or their types. */
type Chunk = ReturnType<typeof JSON.parse>;

const chunksOf = (wire: string): Chunk[] =>
  Array.from(wire.matchAll(/^data: (\{.*\})\r?$/gm), ([, data = '']) => JSON.parse(data) as Chunk);
const linesOf = (wire: string): Chunk[] =>
  wire
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Chunk);
const join = (texts: readonly unknown[]) => texts.filter((text) => typeof text === 'string').join('');

/** Joins the pieces that have the same key, in the order in which the keys appear. */
function joinByKey(pieces: readonly (readonly [key: string, piece: string])[]): string[] {
  const texts = new Map<string, string>();
  for (const [key, piece] of pieces) texts.set(key, (texts.get(key) ?? '') + piece);
  return [...texts.values()];
}

/** How each provider's documentation puts an answer together, over all chunks at once. */
export const providerRules: Readonly<Record<string, (wire: string) => Reading>> = {
  openAiChat: (wire) => {
    const deltas = chunksOf(wire).flatMap((chunk) =>
      chunk.choices.filter((choice: Chunk) => choice.index === 0).map((choice: Chunk) => choice.delta),
    );
    const calls = deltas.flatMap((delta) => delta.tool_calls ?? []);
    return {
      text: join(deltas.map((delta) => delta.content)),
      reasoning: join(deltas.map((delta) => delta.reasoning_content)),
      inputs: joinByKey(calls.map((call: Chunk) => [String(call.index), call.function.arguments])),
    };
  },
  openAiResponses: (wire) => {
    const chunks = chunksOf(wire);
    const ofType = (type: string) => chunks.filter((chunk) => chunk.type === type);
    return {
      // The events that end a text or a call hold the whole of it.
      text: join(ofType('response.output_text.done').map((chunk) => chunk.text)),
      reasoning: join(ofType('response.reasoning_summary_text.done').map((chunk) => chunk.text)),
      inputs: ofType('response.output_item.done').flatMap(({ item }) =>
        item.type.endsWith('_call') && item.type !== 'web_search_call' ? [item.arguments ?? item.input] : [],
      ),
    };
  },
  anthropic: (wire) => {
    const blocks: Chunk[] = [];
    for (const chunk of chunksOf(wire)) {
      if (chunk.type === 'content_block_start') blocks.push({ ...chunk.content_block, json: '' });
      const block = blocks.at(-1);
      if (chunk.delta?.type === 'text_delta') block.text += chunk.delta.text;
      if (chunk.delta?.type === 'thinking_delta') block.thinking += chunk.delta.thinking;
      if (chunk.delta?.type === 'input_json_delta') block.json += chunk.delta.partial_json;
    }
    return {
      text: join(blocks.map((block) => block.text)),
      reasoning: join(blocks.map((block) => block.thinking)),
      // The input of a tool that has none stays the `{}` that its block begins with.
      inputs: blocks.filter(({ input }) => input).map(({ json, input }) => json || JSON.stringify(input)),
    };
  },
  gemini: (wire) => {
    const parts = chunksOf(wire).flatMap((chunk) => chunk.candidates[0].content.parts);
    return {
      text: join(parts.map((part) => (part.thought ? '' : part.text))),
      reasoning: join(parts.map((part) => (part.thought ? part.text : ''))),
      inputs: parts.flatMap(({ functionCall }) => (functionCall ? [JSON.stringify(functionCall.args ?? {})] : [])),
    };
  },
  aiSdk: (wire) => {
    const chunks = chunksOf(wire);
    const deltas = (type: string) => join(chunks.map((chunk) => (chunk.type === type ? chunk.delta : '')));
    const pieces = chunks.flatMap((chunk): [string, string][] =>
      chunk.type === 'tool-input-delta' ? [[chunk.toolCallId, chunk.inputTextDelta]] : [],
    );
    const streamed = new Set(pieces.map(([id]) => id));
    const sent = chunks.flatMap((chunk): [string, string][] =>
      /^tool-input-(?:available|error)$/.test(chunk.type) && !streamed.has(chunk.toolCallId)
        ? [[chunk.toolCallId, JSON.stringify(chunk.input)]]
        : [],
    );
    return {
      text: deltas('text-delta'),
      reasoning: deltas('reasoning-delta'),
      inputs: joinByKey([...pieces, ...sent]),
    };
  },
  ollama: (wire) => {
    const messages = linesOf(wire).map(({ message }) => message);
    return {
      text: join(messages.map(({ content }) => content)),
      reasoning: join(messages.map(({ thinking }) => thinking)),
      inputs: messages.flatMap((message) =>
        (message.tool_calls ?? []).map((call: Chunk) => JSON.stringify(call.function.arguments)),
      ),
    };
  },
};
