import { useState } from 'react';
import { TabFrame } from '../frames/TabFrame.tsx';
import { DemoCard } from './DemoCard.tsx';

interface TabsDemoProps {
  /** The name given to `acrossTabs`. */
  readonly name: string;
}

/** `acrossTabs`: two frames are two pages to the browser, as tabs are. One sends the request, and the other one follows. */
export function TabsDemo({ name }: TabsDemoProps) {
  const [tabs, setTabs] = useState(['Tab 1', 'Tab 2']);
  // Another visitor's story in the same browser would join this one.
  const [visit] = useState(() => crypto.randomUUID());
  const [opened, setOpened] = useState(tabs.length);
  const [leader, setLeader] = useState<string>();
  const open = () => {
    setOpened(opened + 1);
    setTabs([...tabs, `Tab ${opened + 1}`]);
  };
  const close = () => setTabs(tabs.filter((label) => label !== leader));
  return (
    <DemoCard
      label="Tabs"
      status={tabs.length > 0 ? 'mounted' : 'empty'}
      facts={{ Tabs: tabs.length }}
      actions={[
        { label: 'Close the leader', onClick: close, disabled: leader === undefined || !tabs.includes(leader) },
        { label: 'Open a tab', onClick: open },
      ]}
    >
      {tabs.length === 0 && <p className="empty">No tab asks for the feed, so its connection is closed</p>}
      <ul className="readers" aria-label="Tabs">
        {tabs.map((label) => (
          <TabFrame key={`${label} ${name}`} label={label} name={`${name} ${visit}`} onLead={setLeader} />
        ))}
      </ul>
    </DemoCard>
  );
}
