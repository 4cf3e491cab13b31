/** Yields the data of each event, decoded and cut without a library. */
export async function* readEvents(url, signal) {
  const response = await fetch(url, { signal });
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const data = event.slice(6).replaceAll('\ndata: ', '\n');
      if (data !== '[DONE]') yield data;
    }
  }
}
