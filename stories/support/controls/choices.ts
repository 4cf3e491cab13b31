/** Values that a control offers, by the source code that stands for each of them. */
export type Choices = Readonly<Record<string, unknown>>;

/** Leaves an option out. */
export const notSet = { 'not set': undefined };

/** Makes a select of values that are not plain text, such as functions. */
export function selectOf(choices: Choices) {
  return { control: 'select' as const, options: Object.keys(choices), mapping: choices };
}

/**
 * Takes a choice as the value of an arg, by its name: Storybook puts the value in its place, so that the control knows
 * which of its choices is on.
 */
export function choose<Value>(name: string): Value {
  return name as Value;
}
