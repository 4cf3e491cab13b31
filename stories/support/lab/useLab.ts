import { useEffect, useId, useState } from 'react';
import { traceStreams } from 'react-streamed/devtools';
import { createLab, type Lab } from './createLab.ts';
import type { LabHook } from './faults/explainOutcome.ts';
import { networks, type NetworkName } from './network/NetworkConditions.ts';

/** What a lab can begin with, in the Controls of its stories. */
export interface LabSettings {
  /** The network to begin with. */
  network: NetworkName;
  /** Decides what is left to chance: jitter and drops. */
  seed: number;
}

/** A lab for one hook, which reads the records of the stream with the option `key`. */
export function useLab(hook: LabHook, { network, seed }: LabSettings): { lab: Lab; key: string } {
  const [lab] = useState(() => createLab({ hook, conditions: networks[network], seed }));
  // The records of a page are those of all its streams.
  const key = useId();
  useEffect(
    () =>
      traceStreams({
        onRecord: (record) => {
          if ('key' in record && record.key === key) lab.read(record);
        },
      }),
    [lab, key],
  );
  return { lab, key };
}
