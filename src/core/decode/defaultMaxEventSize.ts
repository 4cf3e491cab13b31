/** The default of `maxEventSize`: 16 Mi characters. */
export const defaultMaxEventSize = 16_777_216;
