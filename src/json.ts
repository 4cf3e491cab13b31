export type { DeepPartial } from './json/DeepPartial.ts';
export { isComplete } from './json/isComplete.ts';
export { json } from './json/json.ts';
