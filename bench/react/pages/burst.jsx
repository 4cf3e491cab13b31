import { candidates } from './burst/candidates.jsx';
import { feedFetch } from './burst/feedFetch.js';

let times;

/** With `fed`, the page gets the stream from memory, four events in a task. */
globalThis.prepare = async ({ url, fed }) => {
  if (fed) times = await feedFetch(url, 4);
};

/**
 * Streams a text of `length` characters from `url` into the page with the candidate.
 *
 * @returns how often the page changed, and how long after the end of a stream from memory its last character was shown.
 */
globalThis.run = async ({ candidate, url, length }) => {
  const root = document.body.appendChild(document.createElement('main'));
  let changes = 0;
  let changedAt = 0;
  const observer = new MutationObserver(() => {
    changes++;
    changedAt = performance.now();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  await new Promise((resolve) => candidates[candidate]({ url, length }, root, resolve));
  // The last commit and its layout belong to the work.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  if (root.textContent.length !== length) throw new Error(`${candidate} shows ${root.textContent.length} characters`);
  return { changes, endDelay: times ? Math.max(0, changedAt - times.end) : 0 };
};
