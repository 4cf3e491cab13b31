/** The default of `maxEventSize`: 16 Mi characters. */
export const defaultMaxEventSize: number = 16 * 1024 * 1024;
