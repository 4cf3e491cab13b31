import './App.css';
import { ChatPanel } from './chat/ChatPanel.tsx';
import { DownloadPanel } from './download/DownloadPanel.tsx';
import { FeedPanel } from './feed/FeedPanel.tsx';
import { serverUrl } from './serverUrl.ts';
import { SongPanel } from './song/SongPanel.tsx';

export function App() {
  return (
    <>
      <header className="masthead">
        <h1>react-streamed</h1>
        <p>
          Four real streams, three hooks. The server at <code>{serverUrl}</code> cuts the feed on purpose.
        </p>
      </header>
      <main className="panels">
        <ChatPanel />
        <div className="panels-side">
          <FeedPanel />
          <SongPanel />
          <DownloadPanel />
        </div>
      </main>
    </>
  );
}
