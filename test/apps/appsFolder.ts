import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder that the apps are installed in. It is outside the repository, because the apps would find the repository's
 * packages otherwise. `APPS_FOLDER` sets another folder, for example for a cache of CI.
 */
export const appsFolder: string = process.env['APPS_FOLDER'] ?? join(tmpdir(), 'react-streamed-apps');
