export type { Accumulator, DataOf } from './core/accumulators/Accumulator.ts';
export { blocks } from './core/accumulators/blocks.ts';
export { concat } from './core/accumulators/concat.ts';
export { latest, type LatestAccumulator } from './core/accumulators/latest.ts';
export { list, type ListAccumulator, type ListOptions } from './core/accumulators/list.ts';
export { reduce } from './core/accumulators/reduce.ts';
export type { Clock } from './core/clock.ts';
export type { SealedText } from './core/createBlockSealer.ts';
export { createEventSource } from './core/createEventSource.ts';
export {
  createEventStreamParser,
  type EventStreamParser,
  type EventStreamParserOptions,
} from './core/createEventStreamParser.ts';
export { createFetchStream } from './core/createFetchStream.ts';
export type { Throttle } from './core/createSnapshots.ts';
export type { CloseReason, EventSourceOptions } from './core/EventSourceOptions.ts';
export type { EventSourceSnapshot, EventSourceStatus, EventSourceStore } from './core/EventSourceStore.ts';
export type { FetchStreamOptions, FetchStreamOverrides, StreamFormat } from './core/FetchStreamOptions.ts';
export type {
  FetchStreamResult,
  FetchStreamSnapshot,
  FetchStreamStatus,
  FetchStreamStore,
} from './core/FetchStreamStore.ts';
export type { Progress } from './core/measureProgress.ts';
export type { EventParser, EventParserRecord, ItemParser, ParsedItem, StandardSchema } from './core/parseItem.ts';
export type { BodySource, ReadOptions } from './core/readBody.ts';
export { readEventStream, type ReadEventStreamOptions } from './core/readEventStream.ts';
export { readJsonLines } from './core/readJsonLines.ts';
export { readLines } from './core/readLines.ts';
export { readText } from './core/readText.ts';
export type { Attempt, PerAttempt, RequestOptions, StreamBody, StreamUrl } from './core/RequestOptions.ts';
export type { Reconnection, RetryPolicy } from './core/RetryPolicy.ts';
export type { ServerSentEvent } from './core/ServerSentEvent.ts';
export { isStreamError, StreamError, type StreamErrorCode, type StreamErrorDetails } from './core/StreamError.ts';
export type { StreamResponse } from './core/StreamResponse.ts';
export { createTypewriter, type Typewriter, type TypewriterSnapshot } from './core/createTypewriter.ts';
export type { TypewriterOptions } from './core/TypewriterOptions.ts';
