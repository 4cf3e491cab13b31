import type { StreamError } from 'react-streamed/core';
import type { StreamRecord } from 'react-streamed/devtools';
import type { MockRequest } from 'react-streamed/testing';
import { createFaultReport, type FaultReporter } from './faults/createFaultReport.ts';
import { createFaultServer } from './faults/createFaultServer.ts';
import type { LabHook } from './faults/explainOutcome.ts';
import { faults, type FaultName } from './faults/Fault.ts';
import type { NetworkConditions } from './network/NetworkConditions.ts';
import { simulateNetwork } from './network/simulateNetwork.ts';
import { createRecording, type Recording } from './recording/createRecording.ts';
import { readRecords } from './recording/readRecords.ts';
import { writeAnswer, writeCaptions } from './writeEvents.ts';

/** A server, the network in front of it, and what is recorded of a hook that reads from it. */
export interface Lab {
  readonly hook: LabHook;
  readonly fetch: typeof globalThis.fetch;
  readonly recording: Recording;
  readonly report: FaultReporter;
  /** The request's headers. Throws if the token is lost. */
  readHeaders(): Record<string, string>;
  /** Reads a record of the hook's stream. */
  read(record: StreamRecord): void;
  /** Notes an item that has arrived. */
  receive(text: string): void;
  /** Notes an event that was left out. */
  leaveOut(error: StreamError): void;
  /** Notes that the hook has failed. No record says so if it was an item that ended the stream. */
  fail(error: StreamError): void;
  /** Notes that the end mark has arrived, which no record says either. */
  complete(): void;
  setConditions(conditions: NetworkConditions): void;
  /** Lets a fault happen. `begin` sends the next request, if the fault needs one. */
  press(fault: FaultName, begin: () => void): void;
  /** Lets a fault happen once, or again and again until this is called. */
  setRepeating(isRepeating: boolean): void;
}

/** What a lab begins with. */
export interface LabOptions {
  readonly hook: LabHook;
  readonly conditions: NetworkConditions;
  readonly seed: number;
}

const clock = {
  now: () => performance.now(),
  setTimeout: (callback: () => void, delay: number) => setTimeout(callback, delay),
  clearTimeout: (id: unknown) => clearTimeout(id as number),
};

/** As much as a socket takes before the server has to wait, in bytes. */
const socketBuffer = 512;

/** Creates a lab for one hook. */
export function createLab({ hook, conditions, seed }: LabOptions): Lab {
  const recording = createRecording();
  const readState = readRecords(recording);
  const report = createFaultReport();
  const isFeed = hook === 'useEventSource';
  let isRepeating = false;

  const server = createFaultServer({
    clock,
    writeEvents: (request: MockRequest) => (isFeed ? writeCaptions(request) : writeAnswer(request)),
    isReady: () => network.waiting < socketBuffer,
  });
  const network = simulateNetwork(server.fetch, {
    conditions,
    seed,
    clock,
    onChunk: ({ length }) => recording.addChunk(length),
    onDrop: () => {
      recording.addFault();
      report.expect('drop');
    },
  });

  return {
    hook,
    fetch: network.fetch,
    recording,
    report,
    readHeaders: server.readHeaders,
    read: (record) => {
      // A feed continues after a new request. An answer begins again.
      const isNewAnswer = !isFeed && record.type === 'sent' && record.attempt === 1;
      if (isNewAnswer) recording.restart();
      readState(record);
      report.read(record);
    },
    receive: (text) => recording.addItem(text.length),
    leaveOut: report.leaveOut,
    fail: (error) => {
      recording.setState('error');
      report.fail(error);
    },
    complete: () => recording.setState('done'),
    setConditions: network.update,
    press: (fault, begin) => {
      recording.addFault();
      report.expect(fault);
      const { state } = recording;
      const isCut = fault === 'network' && state === 'open';
      if (!isCut || isRepeating) server.arm(fault);
      if (isCut) network.cut();
      const strikesNow = faults[fault].strikes === 'response' && state === 'open';
      if (!strikesNow) begin();
    },
    setRepeating: (next) => {
      isRepeating = next;
      server.setRepeating(next);
    },
  };
}
