/** What goes wrong, as a visitor reads it. */
export const faults = {
  none: 'Nothing goes wrong',
  split: 'Every chunk ends inside a character',
  cut: 'The connection is cut in the middle',
  repeat: 'A cut, then five events repeat',
  early: 'It ends early, without an end mark',
  unavailable: '503 for half a second',
  unmount: 'Unmounted in the middle',
  post: 'Sent by POST',
};

/** @typedef {keyof typeof faults} FaultName */

/** How long the server is unavailable after the first request, in milliseconds. */
export const outage = 500;

/** How many events the server sends again after a cut. */
export const repeatedEvents = 5;

/** The faults that end a response in the middle, and how it ends. */
export const breaks = /** @satisfies {Partial<Record<FaultName, 'cut' | 'ended early'>>} */ ({
  cut: 'cut',
  repeat: 'cut',
  early: 'ended early',
});
