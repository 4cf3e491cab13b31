import { homepage } from '../../package.json';

/** The folder of the manual that holds a page for each error code. Its address is named once, in package.json. */
export const errorManualUrl: string = `${homepage}/blob/main/docs/errors/`;
