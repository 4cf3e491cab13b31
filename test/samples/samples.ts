import { hookUses } from './hookSamples.ts';
import type { Use } from './Use.ts';

const text = { pieces: ['Hello', ', world.'], shows: ['Hello', 'Hello, world.'] } as const;

const lines = { pieces: ['one\n', 'two\n'], shows: ['one', 'two'] } as const;

const bytes = { pieces: ['Hello', ', world.'], shows: ['5 bytes', '13 bytes'] } as const;

const events = (first: string, second: string, shows: Use['shows'] = [first, second]) =>
  ({ type: 'text/event-stream', pieces: [`data: ${first}\n\n`, `data: ${second}\n\n`], shows }) as const;

const prices = events('{"symbol":"ABC","value":1}', '{"symbol":"ABC","value":2}', ['ABC 1', 'ABC 2']);

/** Events of a model's answer, with the mark that ends it. */
const answer = (toData: (text: string) => object) =>
  ({
    type: 'text/event-stream',
    pieces: [
      `data: ${JSON.stringify(toData('Hello'))}\n\n`,
      `data: ${JSON.stringify(toData(', world.'))}\n\ndata: [DONE]\n\n`,
    ],
    shows: text.shows,
  }) as const;

const openAi = answer((content) => ({ choices: [{ index: 0, delta: { content } }] }));
const uiMessage = answer((delta) => ({ type: 'text-delta', id: '1', delta }));
const plainText = answer((piece) => ({ text: piece }));

/** A block that is finished at once, and one in which a marker is open between the pieces. */
const markdown = {
  pieces: ['**Hello**\n\nbig, *wor', 'ld*.'],
  shows: ['Hello', 'world'],
} as const;

const markdownAnswer = { request: 'POST /api/answer', body: { prompt: 'Hi' }, ...markdown } as const;

const messages = [{ role: 'user', content: 'Hi' }];

/** How each sample that asks a server is used. */
export const uses: Readonly<Record<string, Use>> = {
  ...hookUses,
  'README.md › react-streamed › Answer': { request: 'POST /chat', body: { prompt: 'Hi' }, ...text },
  'docs/index.md › Answer': { request: 'POST /chat', body: { prompt: 'Hi' }, ...text },
  "README.md › A model's answer › Chat": {
    start: 'form',
    request: 'POST /api/chat',
    body: { prompt: 'Hi' },
    ...text,
  },
  'README.md › A live feed › Prices': { isFeed: true, request: 'GET /api/prices', ...prices },
  'README.md › A download › Log': { start: 'button', request: 'GET /api/log', ...lines },
  'docs/errors/incomplete.md › incomplete › Answer': {
    request: 'POST /api/chat',
    body: { messages },
    ...openAi,
  },
  'docs/errors/network.md › network › Report': { request: 'GET /report', retries: true, ...text },
  'docs/getting-started.md › 3. Show an answer while it arrives › Chat': {
    start: 'form',
    request: 'POST /api/chat',
    body: { prompt: 'Hi' },
    ...text,
  },
  'docs/getting-started.md › 4. Keep a feed open › Prices': {
    isFeed: true,
    request: 'GET /api/prices',
    ...prices,
  },
  'docs/guides/accessibility.md › Live text › Answer': { request: 'POST /api/chat', body: { prompt: 'Hi' }, ...text },
  'docs/guides/accessibility.md › Feeds › Feed': { isFeed: true, request: 'GET /api/news', ...events('one', 'two') },
  'docs/guides/large-and-long-streams.md › Render finished paragraphs once › Report': {
    request: 'GET /report',
    ...text,
    failure: 'silent',
  },
  'docs/guides/large-and-long-streams.md › Show the progress › Download': {
    start: 'button',
    request: 'GET /file',
    ...bytes,
  },
  'docs/guides/state-libraries.md › TanStack Query › QueryApp': {
    request: 'POST /api/answer',
    body: { prompt: 'Hi' },
    ...text,
  },
  'docs/guides/state-libraries.md › SWR › SwrPrice': { isFeed: true, request: 'GET /api/prices', ...prices },
  'docs/guides/state-libraries.md › Zustand › ZustandAnswer': {
    start: 'button',
    request: 'POST /api/answer',
    body: { prompt: 'Hi' },
    ...text,
  },
  'docs/guides/state-libraries.md › Redux Toolkit › ReduxApp': {
    start: 'button',
    request: 'POST /api/answer',
    body: { prompt: 'Hi' },
    ...text,
  },
  'docs/guides/state-libraries.md › Redux Toolkit › RtkQueryApp': {
    isFeed: true,
    request: 'GET /api/news',
    ...events('one', 'two'),
    failure: 'silent',
  },
  'docs/reference/shared-options.md › `keepPrevious` › Search': { request: 'GET /search', ...lines },
  'docs/guides/live-feeds-and-reconnecting.md › The statuses › Log': {
    isFeed: true,
    request: 'GET /api/log',
    ...events('one', 'two'),
  },
  'docs/guides/live-feeds-and-reconnecting.md › After a reload › SavedLog': {
    isFeed: true,
    request: 'GET /api/log',
    ...events('one', 'two'),
  },
  'docs/guides/live-feeds-and-reconnecting.md › Named events › Job': {
    isFeed: true,
    request: 'GET /jobs/7/events',
    type: 'text/event-stream',
    pieces: ['event: log\ndata: one\n\n', 'event: log\ndata: two\n\n'],
    shows: ['one', 'two'],
    failure: 'silent',
  },
  'docs/guides/post-and-chat.md › One question › Ask': {
    start: 'form',
    request: 'POST /api/ask',
    body: { prompt: 'Hi' },
    ...text,
  },
  'docs/guides/post-and-chat.md › A conversation › Chat': {
    start: 'form',
    request: 'POST /api/chat',
    body: { messages },
    ...openAi,
  },
  'docs/guides/markdown.md › Streamed Markdown › Answer': markdownAnswer,
  'docs/guides/markdown.md › With the typewriter › TypedAnswer': markdownAnswer,
  'docs/guides/markdown.md › marked › MarkedAnswer': markdownAnswer,
  'docs/guides/markdown.md › markdown-to-jsx › JsxAnswer': markdownAnswer,
  'docs/guides/markdown.md › Streamdown › StreamdownAnswer': markdownAnswer,
  'docs/guides/reasoning-and-tools.md › Reasoning and tools › Answer': {
    request: 'POST /api/chat',
    body: { messages },
    ...openAi,
  },
  'docs/guides/structured-answers.md › Structured answers › RecipeCard': {
    request: 'POST /api/recipe',
    body: { dish: 'Soup' },
    type: 'text/event-stream',
    pieces: [
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: '{"title":"Soup","steps":[{"text":"Stir' } }] })}\n\n`,
      `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: ' and wait","minutes":5}]}' } }] })}\n\ndata: [DONE]\n\n`,
    ],
    shows: ['Stir', 'Stir and wait'],
  },
  'docs/guides/providers.md › Streaming from a model provider › Answer': {
    request: 'POST /api/chat',
    body: { messages },
    ...openAi,
  },
  'docs/guides/providers.md › Streaming from a model provider › TypedAnswer': {
    request: 'POST /api/chat',
    body: { messages },
    ...openAi,
  },
  'docs/guides/providers.md › What a preset does › useAnswer': {
    request: 'POST /api/chat',
    body: { messages },
    type: 'text/event-stream',
    pieces: [
      'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}\n\n',
      'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":", world."}}\n\nevent: message_stop\ndata: {"type":"message_stop"}\n\n',
    ],
    shows: text.shows,
    failure: 'silent',
  },
  'docs/guides/providers.md › What a preset does › useParagraphs': {
    request: 'POST /api/chat',
    body: { messages },
    type: 'text/event-stream',
    pieces: [
      'data: {"choices":[{"index":0,"delta":{"content":"One.\\n\\nTwo"}}]}\n\n',
      'data: {"choices":[{"index":0,"delta":{"content":".\\n\\nThree."}}]}\n\ndata: [DONE]\n\n',
    ],
    shows: ['["One.\\n\\n"]', '["One.\\n\\n","Two.\\n\\n"]'],
    failure: 'silent',
  },
  'docs/guides/one-connection-for-all-tabs.md › One connection for all tabs › Notifications': {
    isFeed: true,
    request: 'GET /api/notifications',
    ...events('one', 'two'),
    failure: 'silent',
  },
  'docs/guides/server-rendering-and-nextjs.md › Client components › Summary': {
    request: 'GET /api/summary/7',
    ...text,
    failure: 'silent',
  },
  'docs/guides/server-rendering-and-nextjs.md › Start with data from the server › LivePrice': {
    isFeed: true,
    request: 'GET /api/price',
    ...events('{"value":12}', '{"value":123}', ['12', '123']),
    failure: 'silent',
  },
  'docs/guides/sharing-a-connection.md › Sharing a connection › Price': {
    isFeed: true,
    request: 'GET /api/prices',
    ...events('{"symbol":"ABC","value":12}', '{"symbol":"ABC","value":123}', ['12', '123']),
    failure: 'silent',
  },
  'docs/guides/smooth-text.md › Smooth text › Answer': { request: 'POST /api/chat', body: { prompt: 'Hi' }, ...text },
  'docs/guides/stopping.md › Stopping › Answer': { request: 'POST /api/chat', body: { prompt: 'Hi' }, ...text },
  'docs/migration/from-event-source.md › After › Prices': {
    isFeed: true,
    request: 'GET /api/prices',
    type: 'text/event-stream',
    pieces: ['event: price\ndata: 1\n\n', 'event: price\ndata: 2\n\n'],
    shows: ['1', '1, 2'],
  },
  'docs/migration/from-fetch-ai-stream.md › After › Chat': {
    start: 'button',
    request: 'POST /api/chat',
    body: { prompt: 'Hello' },
    ...text,
  },
  'docs/migration/from-event-source-polyfill.md › After › News': {
    isFeed: true,
    request: 'GET /api/news',
    ...events('one', 'two'),
  },
  'docs/migration/from-fetch-event-source.md › A feed › News': {
    isFeed: true,
    request: 'POST /api/news',
    body: { topics: ['cats'] },
    ...events('one', 'two'),
  },
  'docs/migration/from-fetch-event-source.md › Where openWhenHidden went › News': {
    isFeed: true,
    request: 'GET /api/news',
    ...events('one', 'two'),
  },
  'docs/migration/from-fetch-event-source.md › An answer › Answer': {
    request: 'POST /api/answer',
    body: { prompt: 'Hi' },
    ...plainText,
  },
  'docs/migration/from-get-reader.md › After › Answer': {
    request: 'POST /api/answer',
    body: { prompt: 'Hi' },
    ...text,
  },
  'docs/migration/from-use-chat.md › After › Chat': {
    start: 'form',
    request: 'POST /api/chat',
    body: { messages: [{ id: '0', role: 'user', parts: [{ type: 'text', text: 'Hi' }] }] },
    ...uiMessage,
  },
  'docs/migration/from-use-completion.md › After › Completion': {
    start: 'form',
    request: 'POST /api/completion',
    body: { prompt: 'Hi', style: 'short' },
    ...uiMessage,
  },
  'docs/reference/markdown.md › react-streamed/markdown › Answer': {
    request: 'GET /answer',
    ...markdown,
    failure: 'silent',
  },
  'docs/reference/accumulators.md › blocks › Article': { request: 'GET /article', ...text, failure: 'silent' },
  'docs/reference/shared-options.md › The URL › Room': {
    isFeed: true,
    request: 'GET /rooms/7/events',
    ...events('one', 'two'),
    failure: 'silent',
  },
  'docs/reference/useEventSource.md › Usage › Orders': {
    isFeed: true,
    request: 'GET /api/orders',
    type: 'text/event-stream',
    pieces: ['event: order\ndata: {"id":1,"item":"one"}\n\n', 'event: order\ndata: {"id":2,"item":"two"}\n\n'],
    shows: ['one', 'two'],
  },
  'docs/reference/useFetchStream.md › Usage › BuildLog': { request: 'GET /builds/7/log', ...lines },
  'docs/reference/useFetchStream.md › Usage › Ask': {
    start: 'form',
    request: 'POST /api/ask',
    body: { question: 'Hi' },
    ...text,
  },
  'docs/reference/resume.md › react-streamed/resume › Story': { start: 'button', request: 'POST /api/story', ...text },
  'docs/reference/json.md › react-streamed/json › RecipeCard': {
    request: 'GET /api/recipe',
    pieces: ['{"title":"Soup","steps":[{"text":"Stir', ' and wait"}]}'],
    shows: ['Stir', 'Stir and wait'],
  },
  'docs/reference/useTypewriter.md › Usage › Answer': { request: 'POST /api/chat', body: { prompt: 'Hi' }, ...text },
  'skills/chat/SKILL.md › Write the component › Chat': {
    start: 'form',
    request: 'POST /api/chat',
    body: { messages },
    ...openAi,
  },
  'skills/feed/SKILL.md › Write the component › Orders': {
    isFeed: true,
    request: 'GET /api/orders',
    type: 'text/event-stream',
    pieces: ['event: order\ndata: {"id":1,"item":"one"}\n\n', 'event: order\ndata: {"id":2,"item":"two"}\n\n'],
    shows: ['one', 'two'],
  },
};

/** What the samples that ask no server show. */
export const texts: Readonly<Record<string, string>> = {
  'docs/errors/README.md › Errors › Failure': 'GET /api answered with status 500',
  'docs/guides/markdown.md › Sanitizing › SafeMarkdown': 'Safe text',
  'docs/guides/markdown.md › Highlighting › HighlightedBlock': 'let a = 1;',
  'docs/guides/smooth-text.md › Long answers › LongAnswer': 'Two.',
  'docs/guides/smooth-text.md › Markdown › MarkdownAnswer': 'One, **two**.',
  'docs/guides/smooth-text.md › Without a stream › Greeting': 'Good morning.',
  'docs/errors/upstream.md › upstream › useAnswer': '"status":"idle"',
  'docs/guides/expiring-tokens.md › After a 401 › useChat': '"status":"idle"',
  'docs/guides/large-and-long-streams.md › Process items without rendering › useDownload': '"status":"idle"',
  'docs/guides/post-and-chat.md › Other bodies › useTranscription': '"status":"idle"',
  'docs/guides/resuming-answers.md › Idempotency keys › useIdempotentAnswer': '"status":"idle"',
  'docs/reference/providers.md › react-streamed/providers › useChat': '"status":"idle"',
  'docs/reference/providers.md › Parts › useAnswer': '"status":"idle"',
};
