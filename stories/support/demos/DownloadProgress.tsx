import type { Progress } from 'react-streamed/core';
import { formatBytes } from './formatBytes.ts';

interface DownloadProgressProps {
  readonly progress: Progress;
}

/** How much of a download has arrived. Shows nothing if the server has not said how long the download is. */
export function DownloadProgress({ progress: { loaded, total, ratio } }: DownloadProgressProps) {
  if (total === undefined || ratio === undefined) return null;
  return (
    <label className="progress">
      {Math.round(ratio * 100)} % of {formatBytes(total)}
      <progress value={loaded} max={total} />
    </label>
  );
}
