/** The folder of the manual that holds a page for each error code. A test compares it with `homepage` in package.json. */
export const errorPages = 'https://github.com/react-streamed/react-streamed/blob/main/docs/errors/';
