import {
  createSnapshots,
  type PublishingOptions,
  type Snapshots,
  type SnapshotsOptions,
} from '../items/createSnapshots.ts';
import type { Replaced } from '../items/createStreamData.ts';
import { type Clock, systemClock } from '../platform/clock.ts';
import { createAutoStart, type AutoStart, type AutoStartOptions } from '../platform/createAutoStart.ts';
import type { RequestSource } from '../request/buildRequest.ts';
import { isEnabled } from '../request/isEnabled.ts';
import type { Run } from '../request/RequestPlan.ts';
import type { Reconnection } from '../request/RetryPolicy.ts';
import type { StreamStore } from './StreamStore.ts';

/** The options that the base reads. */
interface BaseSettings extends RequestSource, PublishingOptions {
  clock?: Clock | undefined;
  enabled?: boolean | undefined;
}

/** The part of a snapshot that the base changes. */
interface BaseState {
  readonly status: string;
  readonly reconnection: Reconnection | undefined;
}

/** What tells one kind of stream from the other. */
export interface StreamKind<Settings, State, Snapshot>
  extends
    Pick<SnapshotsOptions<State, Snapshot>, 'defaultAccumulator' | 'initialState' | 'compose'>,
    Pick<AutoStartOptions, 'resume' | 'interrupt'> {
  readonly initialSettings: Settings;
  /** Stops the stream, because the user's signal has aborted. */
  stop(): void;
  /** Tells whether there is an answer to continue, even if the stream does not start by itself. */
  hasStoredAnswer?(): boolean;
}

/** What a stream of either kind is made of: its options, its snapshots, its run, and its life in a component. */
export interface StreamBase<Settings, State, Snapshot, OwnRun extends Run> {
  readonly clock: Clock;
  readonly autoStart: AutoStart;
  /** Returns the latest options. */
  settings(): Settings;
  readonly snapshots: Snapshots<State, Snapshot>;
  /** Shows a change of the state. It ends the wait for a retry, unless it says that one is waited for. */
  show(change: Partial<State>): void;
  /** Returns the run that is under way. */
  run(): OwnRun | undefined;
  /** Makes `run` the one that is under way. Returns the function that tells whether it still is. */
  beginRun(run: OwnRun): () => boolean;
  /**
   * Ends the run, if there is one, and shows what follows. Stopping it calls functions of the user, which may start another
   * run, so `showNext` is called before.
   *
   * @returns the run that has ended.
   */
  endRun(showNext: () => void): OwnRun | undefined;
  /** What the store of the stream offers, besides its controls. */
  readonly store: Omit<StreamStore<Snapshot, Settings>, 'refuse'>;
}

/** Creates the base of a stream. */
export function createStreamBase<
  Settings extends BaseSettings,
  State extends BaseState,
  Snapshot extends Replaced,
  OwnRun extends Run,
>(kind: StreamKind<Settings, State, Snapshot>): StreamBase<Settings, State, Snapshot, OwnRun> {
  let settings = kind.initialSettings;
  let run: OwnRun | undefined;
  /** The signal of the run. It may live much longer than the run that it stops. */
  let signal: AbortSignal | undefined;
  const { clock = systemClock } = settings;
  const snapshots = createSnapshots<State, Snapshot>({ ...kind, clock, options: () => settings });
  const show = (change: Partial<State>) => snapshots.show({ reconnection: undefined, ...change });
  const autoStart = createAutoStart({
    ...kind,
    isEnabled: () => isEnabled(settings),
    isRunning: () => run !== undefined,
    stayIdle: () => {
      if (kind.hasStoredAnswer?.()) autoStart.startByHand(kind.resume);
      else if (snapshots.state().status === 'connecting') show({ status: 'idle' } as Partial<State>);
    },
  });
  const setOptions = (next: Settings) => {
    settings = next;
    autoStart.follow();
  };

  return {
    clock,
    settings: () => settings,
    snapshots,
    show,
    autoStart,
    run: () => run,
    beginRun: (own) => {
      signal = settings.signal;
      signal?.addEventListener('abort', kind.stop);
      run = own;
      return () => run === own;
    },
    endRun: (showNext) => {
      const ended = run;
      run = undefined;
      signal?.removeEventListener('abort', kind.stop);
      showNext();
      ended?.stop();
      return ended;
    },
    store: {
      getSnapshot: snapshots.getSnapshot,
      subscribe: snapshots.subscribe,
      update: (next) => setOptions({ ...settings, ...next }),
      setOptions,
      attach: autoStart.attach,
      prepare: (replaced) => {
        if (replaced) snapshots.replace(replaced);
        show({ status: isEnabled(settings) ? 'connecting' : 'idle' } as Partial<State>);
      },
    },
  };
}
