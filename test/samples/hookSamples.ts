import type { Use } from './Use.ts';

const feed = (request: string): Use => ({
  isFeed: true,
  request,
  type: 'text/event-stream',
  pieces: ['data: 1\n\n', 'data: 2\n\n'],
  shows: ['"count":1', '"count":2'],
  failure: 'silent',
});

/** How the samples that are hooks are used. Each is mounted in a component that shows what the hook returns. */
export const hookUses: Readonly<Record<string, Use>> = {
  'docs/errors/content-type.md › content-type › useFeed': {
    request: 'GET /mislabelled-feed',
    pieces: ['data: 1\n\n', 'data: 2\n\n'],
    shows: ['"data":[1]', '"data":[1,2]'],
    failure: 'silent',
  },
  'docs/errors/event-too-large.md › event-too-large › useRows': {
    request: 'GET /rows',
    pieces: ['1\n', '2\n'],
    shows: ['"data":[1]', '"data":[1,2]'],
    failure: 'silent',
  },
  'docs/errors/http.md › http › useReport': {
    request: 'GET /report',
    pieces: ['Hello', ', world.'],
    shows: ['"data":"Hello"', '"data":"Hello, world."'],
    failure: 'silent',
  },
  'docs/errors/parse.md › parse › useJob': {
    ...feed('GET /job'),
    pieces: ['event: log\ndata: one\n\n', 'event: log\ndata: two\n\n'],
  },
  'docs/errors/request.md › request › useFeed': feed('GET /feed'),
  'docs/errors/stalled.md › stalled › useFeed': feed('GET /feed'),
  'docs/errors/timeout.md › timeout › useFeed': feed('GET /feed'),
  'docs/guides/behind-proxies.md › Heartbeats › useFeed': feed('GET /feed'),
  'docs/guides/expiring-tokens.md › A fresh token each time › useFeed': feed('GET /feed'),
  'docs/guides/expiring-tokens.md › A fresh token each time › useRoom': feed('GET /rooms/7'),
  'docs/guides/expiring-tokens.md › When no token is available › useFeed': feed('GET /feed'),
  'docs/guides/large-and-long-streams.md › Keep a window › useLog': feed('GET /log'),
  'docs/guides/live-feeds-and-reconnecting.md › When it reconnects › useFeed': feed('GET /feed'),
  'docs/guides/structured-answers.md › Validate at the end › useOrder': {
    request: 'GET /api/order',
    pieces: ['{"item":"So', 'up","amount":2}'],
    shows: ['"item":"So"', '"item":"Soup","amount":2'],
    failure: 'silent',
  },
  'docs/guides/reasoning-and-tools.md › Show a tool call while it is written › useDraft': {
    request: 'GET /api/draft',
    type: 'text/event-stream',
    pieces: [
      'data: {"type":"content_block_start","index":0,"content_block":{"type":"tool_use","id":"a","name":"save"}}\n\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\\"to\\":\\"An"}}\n\n',
      'data: {"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"na\\"}"}}\n\ndata: {"type":"message_stop"}\n\n',
    ],
    shows: ['"input":{"to":"An"}', '"input":{"to":"Anna"}'],
    failure: 'silent',
  },
  'docs/guides/sharing-a-connection.md › One user at a time › useInbox': feed('GET /inbox'),
  'docs/migration/from-event-source-polyfill.md › What changes › useNews': feed('GET /api/news'),
  'docs/reference/accumulators.md › latest › useTemperature': feed('GET /temperature'),
  'docs/reference/accumulators.md › reduce › useTotal': feed('GET /sales'),
  'docs/reference/accumulators.md › Your own accumulator › usePrices': {
    ...feed('GET /prices'),
    pieces: ['data: {"symbol":"A","value":1}\n\n', 'data: {"symbol":"B","value":2}\n\n'],
  },
  'docs/reference/accumulators.md › Your own splitter › useLog': {
    request: 'GET /log',
    pieces: ['one\n', 'two\n'],
    shows: ['"blocks":["one\\n"]', '"blocks":["one\\n","two\\n"]'],
    failure: 'silent',
  },
  'docs/reference/shared-options.md › A function that answers a stream › useChat': {
    request: 'POST /chat',
    body: { prompt: 'Hi' },
    pieces: ['{"text":"Hello"}\n', '{"text":", world."}\n'],
    shows: ['"data":[{"text":"Hello"}]', '"data":[{"text":"Hello"},{"text":", world."}]'],
    failure: 'silent',
  },
  'docs/reference/providers.md › `input` › useAgent': {
    request: 'GET /api/agent',
    pieces: ['{"kind":"think","text":"Hm"}\n', '{"kind":"say","text":"Yes."}\n{"kind":"end"}\n'],
    shows: ['"text":"Hm"', '"text":"Yes."'],
    failure: 'silent',
  },
  'docs/reference/tabs.md › react-streamed/tabs › usePrices': feed('GET /api/prices'),
  'docs/reference/shared-options.md › The items › useSteps': {
    request: 'GET /deploy',
    type: 'text/event-stream',
    pieces: ['data: {"name":"build","done":true}\n\n', 'data: {"name":"test","done":true}\n\nevent: end\ndata:\n\n'],
    shows: ['"data":["build"]', '"data":["build","test"]'],
    failure: 'silent',
  },
  'docs/reference/shared-options.md › `requireUntil` › useAnswer': {
    request: 'GET /answer',
    type: 'text/event-stream',
    pieces: ['data: Hello\n\n', 'data: , world.\n\nevent: end\ndata:\n\n'],
    shows: ['"data":["Hello"]', '"data":["Hello",", world."]'],
    failure: 'silent',
  },
  'docs/reference/shared-options.md › RetryPolicy › usePrices': feed('GET /prices'),
  'skills/feed/SKILL.md › Send a token › useInbox': feed('GET /api/inbox'),
};
