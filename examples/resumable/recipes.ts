import {
  aiSdk,
  openAiChat,
  openAiCompatible,
  openAiResponses,
  type OpenAiResponsesChunk,
} from 'react-streamed/providers';
import { resumable } from 'react-streamed/resume';

// Options for useFetchStream and createFetchStream, one function for each protocol. Tests run them against doubles.

/** Any server that gives its events ids. */
export const lastEventId = () => ({
  ...openAiChat,
  resume: resumable({
    id: (response) => response.headers.get('x-answer-id'),
    request: ({ id, lastEventId }) => ({
      url: `/api/answers/${id}`,
      headers: lastEventId ? { 'Last-Event-ID': lastEventId } : undefined,
    }),
    cancel: ({ id }) => `/api/answers/${id}`,
  }),
});

/** The AI SDK's routes with resumable-stream: the whole message again, or 204 if none is active. */
export const aiSdkChat = (chatId: string) => ({
  ...aiSdk,
  key: chatId,
  resume: resumable({
    id: () => chatId,
    request: ({ id }) => `/api/chat/${id}/stream`,
    from: 'start',
    cancel: ({ id }) => ({ url: `/api/chat/${id}/stop`, method: 'POST' }),
    storage: globalThis.sessionStorage,
  }),
});

/** OpenAI's Responses API through your own route, with `background: true` and `store: true`. */
export const openAiBackground = () => ({
  ...openAiResponses,
  resume: resumable({
    id: (_response, item: OpenAiResponsesChunk | undefined) => item?.response?.id,
    // The events are numbered from 0.
    request: ({ id, items }) => `/api/responses/${id}?stream=true${items > 0 ? `&starting_after=${items - 1}` : ''}`,
    cancel: ({ id }) => ({ url: `/api/responses/${id}/cancel`, method: 'POST' }),
  }),
});

/** llama.cpp's server: the bytes of the answer from an offset. */
export const llamaCpp = (conversationId: string) => ({
  ...openAiCompatible,
  headers: { 'X-Conversation-Id': conversationId },
  resume: resumable({
    id: () => conversationId,
    request: ({ id, loaded }) => `/v1/stream/${id}?from=${loaded}`,
    cancel: ({ id }) => `/v1/stream/${id}`,
  }),
});

/** Vercel Workflow: the chunks of a run from an index. */
export const vercelWorkflow = () => ({
  ...aiSdk,
  resume: resumable({
    id: (response) => response.headers.get('x-workflow-run-id'),
    request: ({ id, items }) => `/api/chat/${id}/stream?startIndex=${items}`,
  }),
});

/** Durable Streams: your route answers with the stream's URL, whose events are read from the start again. */
export const durableStream = () => ({
  as: 'events' as const,
  parse: { data: 'text', control: 'json' } as const,
  until: ({ type, data }: { type: string; data: string }) => type === 'control' && data.includes('"streamClosed":true'),
  select: (event: { type: string; data: unknown }) => (event.type === 'data' ? event.data : null),
  resume: resumable({
    id: (response) => response.headers.get('location'),
    request: ({ id }) => `${id}?offset=-1&live=sse`,
    from: 'start',
  }),
});

/** A Mercure hub, as far as it keeps a history. */
export const mercure = (topic: string) => ({
  as: 'events' as const,
  until: ({ type }: { type: string }) => type === 'end',
  resume: resumable({
    id: () => topic,
    request: ({ id, lastEventId }) => ({
      url: `/.well-known/mercure?${new URLSearchParams({ topic: id, ...(!lastEventId && { lastEventID: 'earliest' }) })}`,
      headers: lastEventId ? { 'Last-Event-ID': lastEventId } : undefined,
    }),
  }),
});
