/** @param {string[]} names */
const core = (...names) => names.map((name) => `test/unit/core/${name}.test.ts`);

const streams = core('createEventSource.*', 'createFetchStream.!(extremes)', 'streams.*', 'stores.*', 'iterate*');
const requests = core(
  'StreamError',
  'addDeadline',
  'buildHeaders',
  'createRequestRegistry',
  'customFetch',
  'hideQuery',
  'is*',
  'observer',
  'planRetry',
  'readRetryAfter',
  'sendAttempt',
  'waitToRetry',
);
const texts = core('blocks.*', 'commonPrefixLength', 'createBlockSealer.*', 'createGraphemeScanner.*', 'roundToWord');
const typewriter = core(
  'createTypewriter.*',
  'createAnnouncer',
  'createRateEstimate',
  'createTextInbox.*',
  'addDeadline',
);
const accumulators = core('accumulators.*');
const decoders = core('createEventStreamParser.*', 'createLineSplitter.*', 'readBody.*', 'iterate*');
// Without `clock`, which needs a page that no other file has made busy.
const platform = core('createPacing', 'createListeners', 'requestFrame', 'observer');
const addons = ['test/unit/devtools/*.test.ts', 'test/unit/resume/*.test.ts'];
// The test of commits fails on an update that another file has left in the same worker.
const react = ['test/unit/react/!(traceStreams)*.test.tsx'];

/**
 * The tests that are run with the mutants of each folder: all that are about it. With every test, a run takes hours.
 *
 * @type {Record<string, string[]>}
 */
export const folders = {
  'src/core/decode': [...decoders, ...core('createFetchStream.formats')],
  'src/core/event-source': [...streams, ...requests, ...react],
  'src/core/fetch-stream': [...streams, ...requests, ...addons, ...react],
  'src/core/items': [...streams, ...requests, ...accumulators, ...texts, ...addons, ...react],
  'src/core/platform': [...platform, ...streams, ...typewriter],
  'src/core/read': decoders,
  'src/core/request': [...streams, ...requests, ...addons, ...react],
  'src/core/stream': [...streams, ...requests, ...addons, ...react],
  'src/core/text': [...texts, ...accumulators, ...typewriter],
  'src/core/typewriter': [...typewriter, ...texts],
  'src/core': [...streams, ...requests],
  'src/react': react,
};
