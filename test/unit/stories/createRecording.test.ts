import { afterEach, beforeEach, expect, test } from 'vitest';
import { createManualClock } from 'react-streamed/testing';
import { createRecording } from '../../../stories/support/lab/recording/createRecording.ts';

const clock = createManualClock();
beforeEach(() => void clock.install());
afterEach(clock.restore);

test('says at each moment what has been received, parsed, committed and shown', () => {
  const recording = createRecording();
  const { start } = recording;
  recording.setState('open');
  clock.advance(100);
  recording.addChunk(64);
  clock.advance(100);
  recording.addItem(20);
  recording.addSnapshot({ start: start + 200, end: start + 216, items: 1 });
  recording.addCommit({ start: start + 216, end: start + 250, items: 1 });
  clock.advance(100);
  recording.setShown(12);

  const readings = [50, 150, 220, 260, 300].map((at) => recording.readAt(start + at));

  expect(
    readings.map(({ state, bytes, items, snapshots, commits, shown }) => [
      state,
      bytes.size,
      items.size,
      snapshots.size,
      commits.size,
      shown.size,
    ]),
  ).toEqual([
    ['open', 0, 0, 0, 0, 0],
    ['open', 64, 0, 0, 0, 0],
    ['open', 64, 20, 1, 0, 0],
    ['open', 64, 20, 1, 1, 0],
    ['open', 64, 20, 1, 1, 12],
  ]);
});

test('keeps one change of state if it is noted twice', () => {
  const recording = createRecording();
  clock.advance(100);
  recording.setState('error');
  recording.setState('error');

  expect(recording.statesBetween(0, Infinity).map(({ state }) => state)).toEqual(['idle', 'error']);
});

test('gives the state that a window begins with', () => {
  const recording = createRecording();
  recording.setState('connecting');
  clock.advance(1000);
  recording.setState('open');
  clock.advance(1000);

  expect(recording.statesBetween(recording.start + 500, recording.start + 2000).map(({ state }) => state)).toEqual([
    'connecting',
    'open',
  ]);
});

test('keeps a bounded number of states and faults', () => {
  const recording = createRecording();
  for (let change = 0; change < 2000; change += 1) {
    recording.setState(change % 2 === 0 ? 'connecting' : 'waiting');
    recording.addFault();
  }

  expect(recording.statesBetween(Infinity, Infinity)).toHaveLength(1);
  expect(recording.statesBetween(0, Infinity)).toHaveLength(500);
  expect(recording.faultsBetween(0, Infinity)).toHaveLength(500);
});
