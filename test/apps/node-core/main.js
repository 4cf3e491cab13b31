import { createFetchStream, readEventStream } from 'react-streamed/core';
import { openAiChat } from 'react-streamed/providers';

const [server] = process.argv.slice(2);

const ids = [];
for await (const { lastEventId } of readEventStream(await fetch(`${server}/sse?interval=5`))) {
  ids.push(lastEventId);
  if (ids.length === 3) break;
}

const chat = createFetchStream(`${server}/chat?interval=1`, {
  ...openAiChat,
  body: { messages: [{ role: 'user', content: 'What is a stream?' }] },
});
const { status, data } = await chat.start();

const hasReact = await import('react').then(Boolean, () => false);
console.log(JSON.stringify({ ids, status, data, hasReact }));
