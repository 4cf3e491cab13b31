/**
 * Does what a page does without any library. It decodes the body as it arrives, cuts it at blank lines and removes `data: `
 * from each line of an event. It adds the text to a string, and shows the string once a frame and at the end. It handles no
 * other field, line ending, comment, error, abort or reconnection.
 */
export async function readByHand(url, show) {
  let text = '';
  let isQueued = false;
  const write = () => {
    isQueued = false;
    show(text);
  };
  const response = await fetch(url);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const events = (rest + decoder.decode(value, { stream: true })).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const data = event.slice(6).replaceAll('\ndata: ', '\n');
      if (data !== '[DONE]') text += data;
    }
    if (isQueued) continue;
    isQueued = true;
    requestAnimationFrame(write);
  }
  write();
}
