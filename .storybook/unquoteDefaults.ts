import type { ArgTypesEnhancer } from 'storybook/internal/types';

/** Shows a default of `'text'` as it stands in the source: Storybook would put the quoted string in quotes again. */
export const unquoteDefaults: ArgTypesEnhancer = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const summary = argType.table?.defaultValue?.summary;
      const quoted = summary && /^"('.*)"$/.exec(summary)?.[1];
      if (!quoted) return [name, argType];
      return [name, { ...argType, table: { ...argType.table, defaultValue: { summary: quoted } } }];
    }),
  );
