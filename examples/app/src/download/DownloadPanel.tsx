import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import './DownloadPanel.css';
import { formatBytes } from './formatBytes.ts';
import { saveBytes } from './saveBytes.ts';
import { useDownload } from './useDownload.ts';
import code from './useDownload.ts?raw';

export function DownloadPanel() {
  const download = useDownload();
  const { loaded, total, ratio = 0 } = download.progress;

  return (
    <Panel title="Download" hook="useFetchStream" status={download.status} file="useDownload.ts" code={code}>
      <div className="download">
        <progress value={ratio} aria-label="Downloaded" />
        <span>{Math.floor(ratio * 100)} %</span>
      </div>
      <div className="panel-actions">
        <Button onClick={download.isStreaming ? download.stop : () => void download.start()}>
          {download.isStreaming ? 'Stop' : 'Start'}
        </Button>
        <Button disabled={download.status !== 'done'} onClick={() => saveBytes(download.data, 'download.txt')}>
          Save
        </Button>
        <p className={download.error ? 'panel-line is-bad' : 'panel-line'}>
          {download.error?.message ?? (total === undefined ? '' : `${formatBytes(loaded)} of ${formatBytes(total)}`)}
        </p>
      </div>
    </Panel>
  );
}
