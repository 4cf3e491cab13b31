import { useEffect, useState } from 'react';
import { queryTabs, type TabRoles } from 'react-streamed/tabs';

/** Asks every second which tab holds the connection of a name. */
export function useTabRoles(name: string): TabRoles | undefined {
  const [roles, setRoles] = useState<TabRoles>();
  useEffect(() => {
    const ask = () => void queryTabs(name).then(setRoles);
    ask();
    const timer = setInterval(ask, 1000);
    return () => clearInterval(timer);
  }, [name]);
  return roles;
}
