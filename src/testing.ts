export { createManualClock, type ManualClock, type ManualClockOptions } from './testing/createManualClock.ts';
export {
  createMockStream,
  type MockAnswer,
  type MockStream,
  type MockStreamOptions,
} from './testing/createMockStream.ts';
export type { MockRequest, MockRequestState } from './testing/MockRequest.ts';
export type { MockResponseInit } from './testing/createMockResponse.ts';
export type { MockEvent } from './testing/formatEvent.ts';
export type { MockSplit } from './testing/splitBytes.ts';
export { playScript, type PlayScriptOptions, type ScriptedFetch, type ScriptStep } from './testing/playScript.ts';
