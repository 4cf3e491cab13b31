import type { Clock } from '../../src/core/platform/clock.ts';

/** What a page does besides the stream, and how its frames come. */
export interface SimulatedPageOptions {
  readonly frameRate: number;
  /** How long the page is busy in each frame with something else, in milliseconds. */
  readonly otherWork?: () => number;
  /** Whether frames come. A hidden tab has none. */
  readonly hasFrames?: boolean;
  /** Whether a frame lays out before it calls its callbacks, as Chromium often does. */
  readonly laysOutFirst?: boolean;
  /** Whether the tab is hidden: no frames come, and timers come only with the next of the page's rare wake-ups. */
  readonly isHidden?: () => boolean;
}

/** The time between the wake-ups of a tab that has been hidden for minutes, in milliseconds. */
const wakeUpInterval = 60_000;

/** What one publication takes, in milliseconds. */
export interface PublicationCost {
  /** The time in which React renders and commits, in a task after the publication. */
  readonly render: number;
  /** The time of style, layout and paint, in the frame after the commit. */
  readonly layout: number;
}

/** The main thread of a page, on which each task takes the time that it says. */
export interface SimulatedPage {
  readonly clock: Clock;
  /** Occupies the main thread. */
  spend(ms: number): void;
  /** Shows something new, as React does: a task renders it, and the next frame lays it out. */
  show(cost: PublicationCost): void;
  /** Runs what is due up to `time`. */
  runUntil(time: number): void;
  /** How many timers and frames wait, without the page's own rendering. */
  pending(): number;
}

interface Task {
  readonly due: number;
  readonly run: () => void;
}

/** Creates a page whose time passes only while something runs on its main thread, or while nothing has to. */
export function createSimulatedPage({
  frameRate,
  otherWork = () => 0,
  hasFrames = true,
  laysOutFirst = false,
  isHidden = () => false,
}: SimulatedPageOptions): SimulatedPage {
  const tasks = new Map<number, Task>();
  const frames = new Map<number, () => void>();
  const period = 1000 / frameRate;
  let time = 0;
  let nextId = 1;
  let nextFrame = period;
  const microtasks: (() => void)[] = [];
  let layoutDue = 0;
  let frameTime = 0;
  let renderings = 0;

  const spend = (ms: number) => {
    time += ms;
  };
  const addTask = (delay: number, run: () => void) => {
    const id = nextId++;
    tasks.set(id, { due: time + Math.max(0, delay), run });
    return id;
  };
  const show = ({ render, layout }: PublicationCost) => {
    // React posts its task in a microtask.
    microtasks.push(() => {
      renderings += 1;
      addTask(0, () => {
        renderings -= 1;
        spend(render);
        layoutDue += layout;
      });
    });
  };
  const runTask = (task: () => void) => {
    task();
    for (const microtask of microtasks.splice(0)) microtask();
  };
  const layOut = () => {
    spend(layoutDue);
    layoutDue = 0;
  };
  const runFrame = () => {
    const callbacks = [...frames.values()];
    frames.clear();
    frameTime = time;
    if (laysOutFirst) layOut();
    for (const callback of callbacks) runTask(callback);
    spend(otherWork());
    layOut();
    // A frame that comes late is followed by one at the next beat of the display.
    while (nextFrame <= time) nextFrame += period;
  };
  const findTask = (): [number, Task] | undefined => {
    let first: [number, Task] | undefined;
    for (const entry of tasks) {
      if (!first || entry[1].due < first[1].due) first = entry;
    }
    return first;
  };
  const runNext = (end: number): boolean => {
    const task = findTask();
    const due = task?.[1].due ?? Infinity;
    const taskDue = isHidden() ? (Math.floor(due / wakeUpInterval) + 1) * wakeUpInterval : due;
    // The page draws its frames whether somebody asked for one or not, as long as it has something to do in them.
    const frameDue = hasFrames && !isHidden() ? nextFrame : Infinity;
    if (task && taskDue <= frameDue && taskDue < end) {
      tasks.delete(task[0]);
      time = Math.max(time, taskDue);
      runTask(task[1].run);
      return true;
    }
    if (frameDue >= end) return false;
    time = Math.max(time, frameDue);
    runFrame();
    return true;
  };

  return {
    clock: {
      now: () => time,
      setTimeout: (callback, delay) => addTask(delay, callback),
      clearTimeout: (id) => void tasks.delete(id as number),
      requestAnimationFrame: (callback) => {
        const id = nextId++;
        frames.set(id, callback);
        return id;
      },
      cancelAnimationFrame: (id) => void frames.delete(id as number),
      frameTime: () => frameTime,
    },
    spend,
    show,
    runUntil: (end) => {
      let hasNext = true;
      while (hasNext) hasNext = time < end && runNext(end);
      time = Math.max(time, end);
    },
    pending: () => tasks.size + frames.size - renderings,
  };
}
