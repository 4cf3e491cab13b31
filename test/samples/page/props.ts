import { readJsonLines, StreamError } from 'react-streamed/core';

const messages = [{ role: 'user', content: 'Hi' }];

/** What the samples that take props are given, by id. */
export const props: Readonly<Record<string, object>> = {
  'README.md › react-streamed › Answer': { prompt: 'Hi' },
  'docs/index.md › Answer': { prompt: 'Hi' },
  'docs/errors/README.md › Errors › Failure': {
    error: new StreamError('http', 'GET /api answered with status 500', { status: 500 }),
  },
  'docs/errors/incomplete.md › incomplete › Answer': { prompt: 'Hi' },
  'docs/guides/accessibility.md › Live text › Answer': { prompt: 'Hi' },
  'docs/guides/live-feeds-and-reconnecting.md › Named events › Job': { id: '7' },
  'docs/guides/markdown.md › Streamed Markdown › Answer': { prompt: 'Hi' },
  'docs/guides/markdown.md › With the typewriter › TypedAnswer': { prompt: 'Hi' },
  'docs/guides/markdown.md › marked › MarkedAnswer': { prompt: 'Hi' },
  'docs/guides/markdown.md › markdown-to-jsx › JsxAnswer': { prompt: 'Hi' },
  'docs/guides/markdown.md › Streamdown › StreamdownAnswer': { prompt: 'Hi' },
  'docs/guides/markdown.md › Sanitizing › SafeMarkdown': { text: 'Safe **text**' },
  'docs/guides/markdown.md › Highlighting › HighlightedBlock': {
    block: { key: 0, text: '```js\nlet a = 1;', kind: 'code', isOpen: true },
  },
  'docs/guides/one-connection-for-all-tabs.md › One connection for all tabs › Notifications': { userId: 'ann' },
  'docs/guides/providers.md › Streaming from a model provider › Answer': { messages },
  'docs/guides/providers.md › Streaming from a model provider › TypedAnswer': { prompt: 'Hi' },
  'docs/guides/reasoning-and-tools.md › Reasoning and tools › Answer': { messages },
  'docs/guides/structured-answers.md › Structured answers › RecipeCard': { dish: 'Soup' },
  'docs/guides/server-rendering-and-nextjs.md › Client components › Summary': { id: '7' },
  'docs/guides/server-rendering-and-nextjs.md › Start with data from the server › LivePrice': {
    initial: { value: 1 },
    eventId: '41',
  },
  'docs/guides/sharing-a-connection.md › Sharing a connection › Price': { symbol: 'ABC' },
  'docs/guides/smooth-text.md › Smooth text › Answer': { prompt: 'Hi' },
  'docs/guides/smooth-text.md › Long answers › LongAnswer': { text: 'One.\n\nTwo.', isStreaming: false },
  'docs/guides/smooth-text.md › Markdown › MarkdownAnswer': { text: 'One, **two**.', isStreaming: false },
  'docs/guides/stopping.md › Stopping › Answer': { prompt: 'Hi' },
  'docs/migration/from-fetch-event-source.md › A feed › News': { topics: ['cats'] },
  'docs/migration/from-fetch-event-source.md › An answer › Answer': { prompt: 'Hi' },
  'docs/migration/from-get-reader.md › After › Answer': { prompt: 'Hi' },
  'docs/reference/shared-options.md › The URL › Room': { id: '7' },
  'docs/reference/useFetchStream.md › Usage › BuildLog': { id: '7' },
  'docs/reference/useTypewriter.md › Usage › Answer': { prompt: 'Hi' },
};

/** The elements that samples are mounted in, if they need a certain one. */
export const containers: Readonly<Record<string, string>> = {
  // It renders a table cell.
  'docs/guides/sharing-a-connection.md › Sharing a connection › Price': 'tr',
};

/** The arguments of the samples that are hooks, by id. */
export const hookArguments: Readonly<Record<string, readonly unknown[]>> = {
  'docs/guides/expiring-tokens.md › A fresh token each time › useRoom': ['7'],
  'docs/guides/large-and-long-streams.md › Process items without rendering › useDownload': [
    new WritableStream().getWriter(),
  ],
  'docs/guides/sharing-a-connection.md › One user at a time › useInbox': ['ann'],
  'skills/feed/SKILL.md › Send a token › useInbox': ['ann'],
  'docs/reference/tabs.md › react-streamed/tabs › usePrices': ['ann'],
  'docs/guides/providers.md › What a preset does › useAnswer': [messages],
  'docs/reference/shared-options.md › A function that answers a stream › useChat': ['Hi'],
  'docs/guides/providers.md › What a preset does › useParagraphs': [messages],
};

/** The functions that samples declare as the reader's own. */
export const globals = {
  getToken: () => Promise.resolve('a-token'),
  fetchToken: () => Promise.resolve('a-token'),
  signUrl: (path: string) => Promise.resolve(path),
  parseMarkdown: (text: string) => text,
  /** A client of some API, as its vendor would offer it. */
  client: {
    async *chat(prompt: string, { signal }: { signal: AbortSignal }) {
      const response = await fetch('/chat', { method: 'POST', body: JSON.stringify({ prompt }), signal });
      if (!response.ok) throw new Error(`status ${response.status}`);
      yield* readJsonLines(response);
    },
  },
};
