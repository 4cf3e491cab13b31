import { createMockStream, type MockRequest } from 'react-streamed/testing';
import type { Timeline } from '../charts/createTimeline.ts';
import { writeReadings } from './writeItems.ts';

/** What a reader has done to the network. */
export type LabCondition = 'restored' | 'stalled' | '503' | '401';

const deeds: Record<LabCondition, { label: string; text: string }> = {
  restored: { label: 'ok', text: 'You restore the server' },
  stalled: { label: 'stall', text: 'You stall the server: connections stay open and nothing comes' },
  '503': { label: '503', text: 'The server goes down and answers 503' },
  '401': { label: '401', text: 'The server ends your session and answers 401' },
};

const eventInterval = 400;

/** Creates a server that sends a reading every 400 ms, on a network that can be broken. The timeline shows what a reader does. */
export function createLabServer(timeline: Timeline) {
  let condition: LabCondition = 'restored';
  const note = (deed: { label: string; text: string }) =>
    timeline.add({ at: performance.now(), lane: 'network', ...deed });
  const isOpen = ({ state }: MockRequest) => state === 'waiting' || state === 'open';

  const answer = (request: MockRequest): void => {
    const items = writeReadings(request, {});
    const writeNext = () => {
      if (!isOpen(request)) return;
      if (condition === 'restored') items.next();
      else if (condition !== 'stalled') request.respond({ status: Number(condition) }).end();
      setTimeout(writeNext, eventInterval);
    };
    setTimeout(writeNext, eventInterval);
  };

  const mock = createMockStream({ answer });
  const drop = () => mock.requests.filter(isOpen).forEach((request) => request.drop());
  return {
    fetch: mock.fetch,
    cut(): void {
      note({ label: 'cut', text: 'You cut the connection' });
      drop();
    },
    set(next: LabCondition): void {
      condition = next;
      note(deeds[next]);
      if (next === '503' || next === '401') drop();
    },
  };
}
