import { memo } from 'react';
import { useRenderCount } from './useRenderCount.ts';

interface BlockRowProps {
  readonly label: string;
  readonly text: string;
}

/** One paragraph. Its text is a finished block, so `memo` has nothing to render again. */
export const BlockRow = memo(function BlockRow({ label, text }: BlockRowProps) {
  const countRef = useRenderCount();
  return (
    <li className="block">
      <p className="block__fact">
        {label}, renders: <b ref={countRef} />
      </p>
      <p>{text}</p>
    </li>
  );
});
