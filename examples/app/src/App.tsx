import './App.css';
import { ChatPanel } from './chat/ChatPanel.tsx';
import { DownloadPanel } from './download/DownloadPanel.tsx';
import { FeedPanel } from './feed/FeedPanel.tsx';
import { serverUrl } from './serverUrl.ts';
import { SongPanel } from './song/SongPanel.tsx';

export function App() {
  return (
    <main className="page">
      <div className="page-start">
        <header className="masthead">
          <h1>react-streamed</h1>
          <p>
            Four streams, three hooks, one real server at <code>{serverUrl}</code>
          </p>
        </header>
        <ChatPanel />
      </div>
      <div className="page-side">
        <FeedPanel />
        <SongPanel />
        <DownloadPanel />
      </div>
    </main>
  );
}
