import { useState } from 'react';
import { ConnectionBar } from './ConnectionBar.tsx';
import './dashboard.css';
import { HealthWidget } from './HealthWidget.tsx';
import { LoadWidget } from './LoadWidget.tsx';
import { names } from './metrics.ts';
import { NoteWidget } from './NoteWidget.tsx';
import { TallyWidget } from './TallyWidget.tsx';

export function Dashboard() {
  const [isLive, setIsLive] = useState(true);
  return (
    <main className="recipe dashboard">
      <header>
        <h1>Dashboard</h1>
        <p>Fifty widgets share one connection, and each renders only if its own data changes</p>
      </header>
      <ConnectionBar isLive={isLive} onLiveChange={setIsLive} />
      <ul className="dashboard-widgets" aria-label="Widgets">
        {names.tally.map((name) => (
          <TallyWidget key={name} name={name} isLive={isLive} />
        ))}
        {names.health.map((name) => (
          <HealthWidget key={name} name={name} isLive={isLive} />
        ))}
        {names.note.map((name) => (
          <NoteWidget key={name} name={name} isLive={isLive} />
        ))}
        {names.load.map((name) => (
          <LoadWidget key={name} name={name} isLive={isLive} />
        ))}
      </ul>
    </main>
  );
}
