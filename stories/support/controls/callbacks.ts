import type { ArgTypes } from '@storybook/react-vite';
import { fn } from 'storybook/test';

/** Callbacks whose calls the Actions panel shows. */
export function spiesOf<Name extends string>(...names: readonly Name[]): Record<Name, ReturnType<typeof fn>> {
  return Object.fromEntries(names.map((name) => [name, fn()])) as Record<Name, ReturnType<typeof fn>>;
}

/** Puts the callbacks at the end of the table. Their calls are in the Actions panel, so they have no control. */
export function callbackArgTypes<Name extends string>(...names: readonly Name[]): Record<Name, ArgTypes[string]> {
  const argType = { control: false as const, table: { category: 'Callbacks' } };
  return Object.fromEntries(names.map((name) => [name, argType])) as Record<Name, ArgTypes[string]>;
}
