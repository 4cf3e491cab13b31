import { candidates } from './burst/candidates.jsx';

let whenEnded;
let changes = 0;

/** Shows the first part of the stream, and waits until the page has come to rest. */
globalThis.prepare = ({ candidate, firstLength, ...input }) =>
  new Promise((resolve) => {
    const root = document.body.appendChild(document.createElement('main'));
    const { promise, resolve: end } = Promise.withResolvers();
    whenEnded = promise;
    const observer = new MutationObserver(() => {
      changes++;
      if (root.textContent.length < firstLength) return;
      observer.disconnect();
      new MutationObserver(() => changes++).observe(root, { childList: true, characterData: true, subtree: true });
      setTimeout(resolve, 300);
    });
    observer.observe(root, { childList: true, characterData: true, subtree: true });
    candidates[candidate](input, root, end);
  });

/** Waits for the end of the stream. Answers how often the page changed since it had come to rest. */
globalThis.run = async () => {
  changes = 0;
  await whenEnded;
  return changes;
};
