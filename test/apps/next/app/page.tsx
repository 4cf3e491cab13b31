import { createEventStreamParser } from 'react-streamed/core';
import { openAiChat } from 'react-streamed/providers';
import { Streams } from './Streams';

/** A server component: it may use the entries without React, and render the hooks' components. */
export default function Page() {
  const types: string[] = [];
  createEventStreamParser({ onEvent: ({ type }) => types.push(type) }).push('event: parsed\ndata: on the server\n\n');
  return (
    <main>
      <h1>{`${types.join(' ')} ${openAiChat.as}`}</h1>
      <Streams />
    </main>
  );
}
