import { createRoot } from 'react-dom/client';
import { traceStreams } from 'react-streamed/devtools';
import { FetchStreamText } from '../../react/pages/burst/streamedTexts.jsx';

/** Streams a text of `length` characters from `url` into the page, with tracing or without. Returns how many records there were. */
globalThis.run = async ({ isTraced, url, length }) => {
  let records = 0;
  if (isTraced) traceStreams({ onRecord: () => records++ });
  const root = document.body.appendChild(document.createElement('main'));
  await new Promise((resolve) => createRoot(root).render(<FetchStreamText url={url} onEnd={resolve} />));
  // The last commit and its layout belong to the work.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  if (root.textContent.length !== length) throw new Error(`The page shows ${root.textContent.length} characters`);
  return records;
};
