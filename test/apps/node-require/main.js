const { createElement } = require('react');
const { renderToString } = require('react-dom/server');
const { useEventSource, useFetchStream, useTypewriter } = require('react-streamed');
const { createEventStreamParser } = require('react-streamed/core');
const { openAiChat } = require('react-streamed/providers');
const { createMockStream } = require('react-streamed/testing');

function Page() {
  const feed = useEventSource('/feed');
  const answer = useFetchStream('/answer', openAiChat);
  const typed = useTypewriter('Typed');
  return createElement('p', null, [feed.status, answer.status, typed.text].join(' '));
}

const events = [];
createEventStreamParser({ onEvent: ({ data }) => events.push(data) }).push('data: Hello\n\n');

console.log(
  JSON.stringify({ html: renderToString(createElement(Page)), events, requests: createMockStream().requests }),
);
