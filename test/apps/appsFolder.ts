import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the apps are installed: outside the repository, whose own packages they would find otherwise. `APPS_FOLDER`
 * names another place, for a cache of CI.
 */
export const appsFolder: string = process.env['APPS_FOLDER'] ?? join(tmpdir(), 'react-streamed-apps');
