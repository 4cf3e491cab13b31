import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** Gives the absolute path of a file of the repository. */
export const fromRoot = (path: string): string => fileURLToPath(new URL(path, root));
