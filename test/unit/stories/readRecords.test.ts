import { createFetchStream } from 'react-streamed/core';
import { traceStreams } from 'react-streamed/devtools';
import { createMockStream } from 'react-streamed/testing';
import { expect, test, vi } from 'vitest';
import { createRecording } from '../../../stories/support/lab/recording/createRecording.ts';
import { readRecords } from '../../../stories/support/lab/recording/readRecords.ts';

/** A fetch stream whose records are read. */
function traceAnswer() {
  const mock = createMockStream();
  const recording = createRecording();
  const stop = traceStreams({ onRecord: readRecords(recording) });
  const stream = createFetchStream('/answer', { fetch: mock.fetch, retry: { initialDelay: 60_000 } });
  return { mock, recording, stop, stream };
}

test('follows the connection from the request to the end', async () => {
  const { mock, recording, stop, stream } = traceAnswer();

  const ended = stream.start();
  const request = await mock.nextRequest();
  request.text('Hello').end();
  await ended;

  expect(recording.statesBetween(0, Infinity).map(({ state }) => state)).toEqual([
    'idle',
    'connecting',
    'open',
    'done',
  ]);
  stop();
});

test('shows the new request if an answer is started again', async () => {
  const { mock, recording, stop, stream } = traceAnswer();
  void stream.start();
  (await mock.nextRequest()).text('Hel');
  await vi.waitFor(() => expect(recording.state).toBe('open'));

  void stream.start();
  await mock.nextRequest();

  expect(recording.state).toBe('connecting');
  stream.stop();
  stop();
});

test('shows the new request if an answer is started again while it waits for a retry', async () => {
  const { mock, recording, stop, stream } = traceAnswer();
  void stream.start();
  (await mock.nextRequest()).fail();
  await vi.waitFor(() => expect(recording.state).toBe('waiting'));

  void stream.start();
  await mock.nextRequest();

  expect(recording.state).toBe('connecting');
  stream.stop();
  stop();
});
