import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Panel.tsx';
import { Scroller } from '../ui/Scroller.tsx';
import { useStickToBottom } from '../ui/useStickToBottom.ts';
import './SongPanel.css';
import { useSong } from './useSong.ts';
import code from './useSong.ts?raw';

export function SongPanel() {
  const song = useSong();
  const { scrollerRef, contentRef } = useStickToBottom();
  const isPlaying = song.status === 'connecting' || song.status === 'open';

  function play() {
    song.clear();
    song.open();
  }

  return (
    <Panel title="Song" hook="useEventSource" status={song.status} file="useSong.ts" code={code}>
      <Scroller className="song" label="Lyrics" ref={scrollerRef}>
        <p ref={contentRef}>{song.data}</p>
        {song.status === 'idle' && <p className="song-hint">Every character arrives as a separate event.</p>}
      </Scroller>
      <div className="panel-actions">
        <Button onClick={isPlaying ? song.close : play}>{isPlaying ? 'Stop' : 'Play'}</Button>
        <p className={song.error ? 'panel-line is-bad' : 'panel-line'}>
          {song.error ? song.error.message : `${song.count} characters`}
        </p>
      </div>
    </Panel>
  );
}
