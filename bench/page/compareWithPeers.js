import { drawTable } from './drawTable.js';
import { findCells, findRange } from './findCells.js';
import { formatCell } from './formatCell.js';

const bursts = ['tokens-at-once', 'tokens-fast', 'tokens-300-ms', 'tokens-1-s', 'tokens-3-s'];

/** Says in sentences how the hooks compare with each peer. */
export function compareWithPeers(results) {
  const size = findSizes(results);
  const fast = findTaskTimes(results, 'tokens-fast');
  const slow = findTaskTimes(results, 'tokens-3-s');
  const bytes = findRange(results, { part: 'parser', table: 'bytes', column: 'ratio' });
  const text = findRange(results, { part: 'parser', table: 'bytes', column: 'ratio from text' });
  const slower = text.figures.filter((ratio) => ratio > 1).length;
  const plain = findBurstRange(results, (way) => way.startsWith('use') && way.endsWith('concat()'));
  const rows = findBurstRange(results, (way) => way === 'useFetchStream, blocks()');
  return [
    {
      peer: 'useChat of @ai-sdk/react',
      text: `It adds ${size.useChat} kB to an app, and \`useFetchStream\` adds ${size.useFetchStream} kB. If 30,000 tokens arrive as fast as the page can read them, \`useChat\` keeps the main thread busy for ${fast.useChat} ms, \`useChat\` with a throttle of 50 ms for ${fast.throttled} ms, and \`useFetchStream\` for ${fast.ours} ms. If they arrive over 3 seconds, the times are ${slow.useChat} ms, ${slow.throttled} ms and ${slow.ours} ms. \`useChat\` also manages messages and tool calls, which is not the purpose of this package.`,
    },
    {
      peer: 'fetch-event-source',
      text: `It adds ${size.fetchEventSource} kB, and \`useEventSource\` adds ${size.useEventSource} kB. The difference pays for the hook and its state, validation, sharing, timeouts and typed errors. We have not compared their speed.`,
    },
    {
      peer: 'eventsource-parser',
      text: `It adds ${size.createParser} kB, and our parser adds ${size.createEventStreamParser} kB. Fed with bytes, our parser takes between ${formatCell(bytes.least)} and ${formatCell(bytes.most)} of its time. Fed with text that is already decoded, it takes between ${formatCell(text.least)} and ${formatCell(text.most)}, and is slower on ${slower} of ${text.figures.length} corpora.`,
    },
    {
      peer: 'A page written by hand',
      text: `A page without React that writes the text once a frame is hard to beat, and the one that we measure handles no errors, aborts or reconnection. Depending on the pace of the stream, a hook with \`concat()\` takes between ${formatCell(plain.least)} and ${formatCell(plain.most)} of its main-thread time. With \`blocks()\`, which renders only the paragraphs that changed, \`useFetchStream\` takes between ${formatCell(rows.least)} and ${formatCell(rows.most)}.`,
    },
  ];
}

/** Draws the table of figures for README. */
export function drawFigures(results) {
  const size = findSizes(results);
  const fast = findTaskTimes(results, 'tokens-fast');
  const bytes = findRange(results, { part: 'parser', table: 'bytes', column: 'ratio' });
  const [still, ours, external] = findCells(results, {
    part: 'react',
    table: 'transition',
    column: 'duration',
    rows: ['no stream', 'useEventSource', 'the same store through useSyncExternalStore'],
  });
  return drawTable({
    columns: ['', 'react-streamed', 'others'],
    rows: [
      [
        'Main thread busy with 30,000 tokens that arrive as fast as it reads',
        `\`useFetchStream\` ${fast.ours} ms`,
        `\`useChat\` ${fast.useChat} ms, by hand ${fast.byHand} ms`,
      ],
      [
        `A ${formatTime(still)} ms transition while a stream publishes at 60 Hz`,
        `\`useEventSource\` ${formatTime(ours)} ms`,
        `through \`useSyncExternalStore\` ${formatTime(external)} ms`,
      ],
      [
        'Time to parse bytes into events, as a ratio',
        `parser ${formatCell(bytes.least)} to ${formatCell(bytes.most)}`,
        'eventsource-parser 1',
      ],
      [
        'Size for one answer (minified, gzipped)',
        `\`useFetchStream\` ${size.useFetchStream} kB`,
        `\`useChat\` ${size.useChat} kB, \`useCompletion\` ${size.useCompletion} kB`,
      ],
      [
        'Size for a feed',
        `\`useEventSource\` ${size.useEventSource} kB`,
        `without hooks: fetch-event-source ${size.fetchEventSource} kB, eventsource ${size.EventSource} kB`,
      ],
      ['Size of the parser', `${size.createEventStreamParser} kB`, `eventsource-parser ${size.createParser} kB`],
    ],
  });
}

/** Formats milliseconds. */
function formatTime(time) {
  return Math.round(time).toLocaleString('en');
}

/** Gives the size of each import in kilobytes. */
function findSizes(results) {
  const [{ rows }] = results.size.tables;
  return Object.fromEntries(rows.map(([name, , size]) => [name, formatCell(size)]));
}

/** Gives the main thread's time in milliseconds for each candidate that the page names. */
function findTaskTimes(results, table) {
  const [byHand, ours, useChat, throttled] = findCells(results, {
    part: 'react',
    table,
    column: 'task time',
    rows: ['by hand', 'useFetchStream, concat()', 'useChat', 'useChat, throttle 50'],
  }).map(formatTime);
  return { byHand, ours, useChat, throttled };
}

/** Gives the smallest and the largest ratio against the page written by hand, over all paces. */
function findBurstRange(results, matches) {
  const ranges = bursts.map((table) => findRange(results, { part: 'react', table, column: 'ratio', matches }));
  return {
    least: Math.min(...ranges.map(({ least }) => least)),
    most: Math.max(...ranges.map(({ most }) => most)),
  };
}
