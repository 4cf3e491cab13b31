import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import type { PropsWithChildren } from 'react';
import { useIsDark } from './colorScheme.ts';
import { themes } from './theme.ts';

/** A docs page in the colour scheme of the toolbar. */
export function ThemedDocsContainer(props: PropsWithChildren<DocsContainerProps>) {
  return <DocsContainer {...props} theme={useIsDark() ? themes.dark : themes.light} />;
}
