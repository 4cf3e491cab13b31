/** How far a job is, as the page gets it. */
interface Progress {
  readonly id: string;
  readonly done: number;
  readonly total: number;
  readonly current: string;
  readonly isStopped: boolean;
}

/** A job that runs until it is done or stopped, whoever follows it. */
export interface Job {
  readonly id: string;
  /** Goes up with each change. */
  version(): number;
  read(): Progress;
  hasEnded(): boolean;
  stop(): void;
  /** What it has made so far. */
  album(): string;
}

/** Creates the jobs of a server, in memory. Use a queue and a database instead if they must survive a restart. */
export function createJobs(settings: { readonly interval: number }) {
  const jobs = new Map<string, Job>();
  return {
    begin(total: number): Job {
      const job = startJob(total, settings);
      jobs.set(job.id, job);
      return job;
    },
    find: (id: string): Job | undefined => jobs.get(id),
  };
}

function startJob(total: number, settings: { readonly interval: number }): Job {
  const id = crypto.randomUUID();
  let done = 0;
  let isStopped = false;
  let version = 0;
  const hasEnded = () => isStopped || done >= total;

  function exportNext(): void {
    if (isStopped) return;
    done += 1;
    version += 1;
    if (!hasEnded()) setTimeout(exportNext, settings.interval);
  }
  setTimeout(exportNext, settings.interval);

  return {
    id,
    version: () => version,
    read: () => ({ id, done, total, current: nameOf(Math.min(done + 1, total)), isStopped }),
    hasEnded,
    stop() {
      if (hasEnded()) return;
      isStopped = true;
      version += 1;
    },
    album: () => Array.from({ length: done }, (_, index) => `${nameOf(index + 1)}\n`).join(''),
  };
}

function nameOf(photo: number): string {
  return `IMG_${String(photo).padStart(4, '0')}.jpg`;
}
