'use client';

export type { Accumulator, DataOf } from './core/items/accumulators/Accumulator.ts';
export { blocks, type BlocksOptions } from './core/items/accumulators/blocks.ts';
export { concat } from './core/items/accumulators/concat.ts';
export { latest, type LatestAccumulator } from './core/items/accumulators/latest.ts';
export { list, type ListAccumulator, type ListOptions } from './core/items/accumulators/list.ts';
export { reduce } from './core/items/accumulators/reduce.ts';
export type { Clock } from './core/platform/clock.ts';
export type { Lifecycle } from './core/platform/lifecycle.ts';
export type { SealedText } from './core/text/createBlockSealer.ts';
export type { TextCutter, TextSplitter } from './core/text/TextSplitter.ts';
export type { Throttle } from './core/items/createThrottle.ts';
export type { CloseReason, EventSourceOptions } from './core/event-source/EventSourceOptions.ts';
export type { EventSourceSnapshot, EventSourceStatus } from './core/event-source/EventSourceStore.ts';
export type { StreamFormat } from './core/decode/StreamFormat.ts';
export type { FetchStreamOptions, FetchStreamOverrides } from './core/fetch-stream/FetchStreamOptions.ts';
export type {
  FetchStreamResult,
  FetchStreamSnapshot,
  FetchStreamStatus,
} from './core/fetch-stream/FetchStreamStore.ts';
export type { Progress } from './core/fetch-stream/measureProgress.ts';
export type { EventParser, EventParserRecord, ItemParser, ParsedItem, StandardSchema } from './core/items/parseItem.ts';
export type {
  Attempt,
  PerAttempt,
  RequestOptions,
  StreamBody,
  StreamSource,
  StreamUrl,
} from './core/request/RequestOptions.ts';
export type { Reconnection, RetryPolicy } from './core/request/RetryPolicy.ts';
export type { Sharing } from './core/request/Sharing.ts';
export type { ServerSentEvent } from './core/ServerSentEvent.ts';
export { isStreamError, StreamError, type StreamErrorCode, type StreamErrorDetails } from './core/StreamError.ts';
export type { StreamResponse } from './core/request/StreamResponse.ts';
export type { TypewriterSnapshot } from './core/typewriter/Typewriter.ts';
export type { TypewriterOptions } from './core/typewriter/TypewriterOptions.ts';
export { useEventSource, type UseEventSourceResult } from './react/useEventSource.ts';
export { useFetchStream, type UseFetchStreamResult } from './react/useFetchStream.ts';
export { useTypewriter, type UseTypewriterOptions, type UseTypewriterResult } from './react/useTypewriter.ts';
