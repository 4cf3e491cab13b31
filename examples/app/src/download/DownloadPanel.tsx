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
        <span>{total === undefined ? '' : `${formatBytes(loaded)} of ${formatBytes(total)}`}</span>
      </div>
      <div className="panel-actions">
        <Button onClick={download.isStreaming ? download.stop : () => void download.start()}>
          {download.isStreaming ? 'Stop' : 'Start'}
        </Button>
        <Button isDisabled={download.status !== 'done'} onClick={() => saveBytes(download.data, 'download.txt')}>
          Save
        </Button>
        {download.error && <p className="panel-line is-bad">{download.error.message}</p>}
      </div>
    </Panel>
  );
}
