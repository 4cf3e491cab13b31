import { readByHand } from './readByHand.js';

/** Writes the whole text into a `<pre>` each time. */
export async function writeByHand({ url }, root, onEnd) {
  const pre = root.appendChild(document.createElement('pre'));
  pre.style.whiteSpace = 'pre-wrap';
  await readByHand(url, (text) => {
    pre.textContent = text;
  });
  onEnd();
}
