import { Source } from '@storybook/addon-docs/blocks';
import { useIsDark } from './colorScheme.ts';

interface SampleSourceProps {
  readonly code: string;
}

/** The source of a sample in the colour scheme of the toolbar: Storybook's own block is light unless it is told. */
export function SampleSource({ code }: SampleSourceProps) {
  return (
    <div className="sample">
      <Source code={code} language="tsx" dark={useIsDark()} />
    </div>
  );
}
