import { createRoot } from 'react-dom/client';
import { writeByHand } from './writeByHand.js';
import { Blocks, EventSourceText, FetchStreamText, LazyBlocks, RowsByHand, SetStateText } from './streamedTexts.jsx';
import { Chat, Completion } from './aiSdkTexts.jsx';
import { QueryText } from './QueryText.jsx';

const show = (Component, props) => (input, root, onEnd) =>
  createRoot(root).render(<Component {...props} {...input} onEnd={onEnd} />);

/**
 * The ways to show a stream, by name. Each is called with `{ url, length }`, the element to show it in, and what to call at
 * the end.
 */
export const candidates = {
  'by hand': writeByHand,
  'by hand, rows in React': show(RowsByHand),
  'useEventSource, concat()': show(EventSourceText),
  'useFetchStream, concat()': show(FetchStreamText),
  'useFetchStream, blocks()': show(Blocks),
  'useFetchStream, blocks(), content-visibility': show(LazyBlocks),
  'setState for each event': show(SetStateText),
  streamedQuery: show(QueryText),
  useChat: show(Chat),
  'useChat, throttle 50': show(Chat, { throttle: 50 }),
  useCompletion: show(Completion),
  'useCompletion, throttle 50': show(Completion, { throttle: 50 }),
};
