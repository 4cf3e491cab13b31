/** A message of a request, as far as this server reads it. */
export interface ChatMessage {
  readonly role: string;
  readonly content: string | null;
}

/** What a chunk adds to an answer. */
export interface Delta {
  readonly reasoning_content?: string;
  readonly content?: string;
  readonly tool_calls?: readonly object[];
}

/** Writes the answer to a conversation as a model would, token by token. */
export function* writeAnswer(messages: readonly ChatMessage[]): Generator<Delta, void> {
  const results = messages.slice(messages.findLastIndex(({ role }) => role !== 'tool') + 1);
  if (results.length > 0) return yield* say(reportWeather(results));

  const questions = messages.filter(({ role }) => role === 'user');
  const question = questions.at(-1)?.content ?? '';
  if (/weather/i.test(question)) return yield* askForWeather(findCities(question));
  if (/markdown/i.test(question)) return yield* showMarkdown();
  if (/break/i.test(question)) return yield* breakOff();
  yield* think('No tool is needed. I explain it in two paragraphs.');
  yield* say(`${aboutStreams}\n\nThis was question number **${questions.length}** of our conversation.`);
}

const aboutStreams =
  'A stream is a response that arrives in pieces. The first words are on the screen while the last ones are still ' +
  'being written, so a reader waits for *one* word and not for all of them.\n\n' +
  'Press **Stop** or the Escape key at any time. What has arrived is kept, and the server learns that nobody is ' +
  'waiting any longer, as the terminal shows.';

const markdownSample = `Here is **most** of it:

1. A list, with a [link](https://commonmark.org)
2. and \`code\`

| Part | Shown |
| --- | ---: |
| text | at once |
| table | row by row |

\`\`\`js
for await (const chunk of response.body) {
  show(decode(chunk));
}
\`\`\`

> A block that is finished is never rendered again.
`;

function* showMarkdown(): Generator<Delta, void> {
  yield* think('A list, a table, some code and a quotation show what matters.');
  yield* say(markdownSample);
}

function* breakOff(): Generator<Delta, void> {
  yield* say('In the middle of this sentence, the server breaks the');
  throw new Error('the server has broken the connection');
}

/** Calls the tool once for each city. */
function* askForWeather(cities: readonly string[]): Generator<Delta, void> {
  yield* think(`I do not know the weather in ${cities.join(' and ')}, but a tool does.`);
  for (const [index, city] of cities.entries()) {
    const call = { index, id: `call_${crypto.randomUUID().slice(0, 8)}`, type: 'function' };
    yield { tool_calls: [{ ...call, function: { name: 'get_weather', arguments: '' } }] };
    for (const piece of cut(JSON.stringify({ city }))) {
      yield { tool_calls: [{ index, function: { arguments: piece } }] };
    }
  }
}

function findCities(question: string): readonly string[] {
  const cities = Array.from(question.matchAll(/\b(?:in|and) (?:in )?(\p{Lu}\p{L}+)/gu), ([, city = '']) => city);
  return cities.length > 0 ? cities : ['Lima'];
}

function reportWeather(results: readonly ChatMessage[]): string {
  const lines = results.map(({ content }) => {
    const { city, celsius, sky } = JSON.parse(content ?? '{}') as { city?: string; celsius?: number; sky?: string };
    return city ? `- **${city}**: ${celsius} °C, ${sky}` : '- One of the tools has failed.';
  });
  return `This is what the tool says:\n\n${lines.join('\n')}\n\nThese figures are invented.`;
}

function* think(text: string): Generator<Delta, void> {
  for (const token of cut(text)) yield { reasoning_content: token };
}

function* say(text: string): Generator<Delta, void> {
  for (const token of cut(text)) yield { content: token };
}

/** Cuts a text into tokens: short words whole, and longer ones in pieces. */
function cut(text: string): readonly string[] {
  return text.match(/\s?\S{1,5}|\s+/gu) ?? [];
}
