import { useEffect, useState, type ReactNode } from 'react';
import { ActionButton } from '../demos/ActionButton.tsx';

/** How long a reload takes, in milliseconds. */
const reloadTime = 800;

interface ReloadedRecipeProps {
  readonly children: ReactNode;
}

/** A recipe whose page can be reloaded: it is mounted again, and only the server and the storage know what was before. */
export function ReloadedRecipe({ children }: ReloadedRecipeProps) {
  const [isAway, setIsAway] = useState(false);
  useEffect(() => {
    if (!isAway) return undefined;
    const timer = setTimeout(() => setIsAway(false), reloadTime);
    return () => clearTimeout(timer);
  }, [isAway]);
  return (
    <>
      <div className="recipe-browser">
        <ActionButton label="Reload" onClick={() => setIsAway(true)} disabled={isAway} />
      </div>
      {isAway ? <div className="recipe" /> : children}
    </>
  );
}
