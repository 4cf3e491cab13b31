import { useState, type ReactNode } from 'react';
import { ActionButton } from '../demos/ActionButton.tsx';

interface ReplayedStoryProps {
  /** The args that cannot change while a stream runs. A change replays the story. */
  readonly mountArgs: readonly unknown[];
  readonly children: (run: string) => ReactNode;
}

/** Plays a story again from its beginning, when its button is pressed or when one of `mountArgs` changes. */
export function ReplayedStory({ mountArgs, children }: ReplayedStoryProps) {
  const [presses, setPresses] = useState(0);
  return (
    <>
      {children(JSON.stringify([presses, ...mountArgs]))}
      <ActionButton label="Replay" onClick={() => setPresses(presses + 1)} />
    </>
  );
}
