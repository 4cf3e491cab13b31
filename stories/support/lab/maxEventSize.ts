/** The option `maxEventSize` of the labs, in characters: so small that a slow network exceeds it soon. */
export const maxEventSize = 1000;
