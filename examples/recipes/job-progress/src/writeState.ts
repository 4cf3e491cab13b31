import type { Progress } from './useJob.ts';

/** Says how far an export is, or how it ended. */
export function writeState(status: string, progress: Progress | undefined): string {
  if (status === 'idle') return 'Nothing is exported yet.';
  if (!progress) return status === 'stopped' ? 'Stopped.' : 'Starting…';
  const { done, total, isStopped } = progress;
  if (status === 'stopped' || isStopped) return `Stopped at ${done} of ${total} photos.`;
  return status === 'done' ? `All ${total} photos are exported.` : `${done} of ${total} photos`;
}
