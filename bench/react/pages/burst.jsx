import { createRoot } from 'react-dom/client';
import { writeByHand } from './burst/writeByHand.js';
import {
  Blocks,
  EventSourceText,
  FetchStreamText,
  LazyBlocks,
  RowsByHand,
  SetStateText,
} from './burst/streamedTexts.jsx';
import { Chat, Completion } from './burst/aiSdkTexts.jsx';

const show = (Component, props) => (input, root, onEnd) =>
  createRoot(root).render(<Component {...props} {...input} onEnd={onEnd} />);

const candidates = {
  'by hand': writeByHand,
  'by hand, rows in React': show(RowsByHand),
  'useEventSource, concat()': show(EventSourceText),
  'useFetchStream, concat()': show(FetchStreamText),
  'useFetchStream, blocks()': show(Blocks),
  'useFetchStream, blocks(), content-visibility': show(LazyBlocks),
  'setState for each event': show(SetStateText),
  useChat: show(Chat),
  'useChat, throttle 50': show(Chat, { throttle: 50 }),
  useCompletion: show(Completion),
  'useCompletion, throttle 50': show(Completion, { throttle: 50 }),
};

/** Streams a text of `length` characters from `url` into the page with the candidate. Returns how often the page changed. */
globalThis.run = async ({ candidate, url, length }) => {
  const root = document.body.appendChild(document.createElement('main'));
  let changes = 0;
  new MutationObserver(() => changes++).observe(root, { childList: true, characterData: true, subtree: true });
  await new Promise((resolve) => candidates[candidate]({ url, length }, root, resolve));
  // The last commit and its layout belong to the work.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  if (root.textContent.length !== length) throw new Error(`${candidate} shows ${root.textContent.length} characters`);
  return changes;
};
