/** Where the example server listens. `VITE_SERVER_URL` names another place. */
export const serverUrl: string = import.meta.env['VITE_SERVER_URL'] ?? 'http://127.0.0.1:3000';
