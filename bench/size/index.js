import { packageVersions } from '../support/packageVersions.js';
import { judge, printTable } from '../support/printTable.js';
import { measureSize } from './measureSize.js';

const dist = (entry) => `../../dist/${entry}.js`;

/** What is imported, and the kilobytes that it may have. */
const ours = [
  ['createEventStreamParser', dist('core'), 1.35],
  ['createEventSource', dist('core'), 6],
  ['useEventSource', dist('index'), 6.5],
  ['useFetchStream', dist('index'), 6.7],
  ['useTypewriter', dist('index'), 3.2],
  ['useEventSource, useFetchStream, useTypewriter', dist('index'), 10.4],
  ['openAiCompatible', dist('providers')],
  ['markdown, completeMarkdown', dist('markdown'), 2.2],
  ['openAiChatParts', dist('providers'), 1.5],
  ['json, isComplete', dist('json'), 1.6],
  ['traceStreams', dist('devtools'), 0.5],
];
const peers = [
  ['createParser', 'eventsource-parser'],
  ['EventSource', 'eventsource'],
  ['fetchEventSource', '@microsoft/fetch-event-source'],
  ['useChat', '@ai-sdk/react'],
  ['useCompletion', '@ai-sdk/react'],
  ['TypeAnimation', 'react-type-animation'],
  ['default', 'typewriter-effect'],
];

/** Measures what an import adds to an app. */
export async function run() {
  const rows = [];
  for (const [name, path, limit] of ours) {
    const size = await measureSize(name, path);
    rows.push([name, 'react-streamed', size, limit ? judge(size, limit) : '']);
  }
  for (const [name, path] of peers) rows.push([name, path, await measureSize(name, path), '']);
  return {
    versions: packageVersions(['esbuild', ...new Set(peers.map(([, path]) => path))]),
    tables: [
      printTable({
        id: 'imports',
        title: 'Size of an import',
        about:
          'Size in kB (1,000 bytes), minified by esbuild and gzipped. React is external, and everything else is included.',
        columns: ['import', 'from', 'kB', 'target'],
        rows,
        chart: { column: 'kB' },
      }),
    ],
  };
}
