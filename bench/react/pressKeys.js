/** How often a key is pressed, in milliseconds: no multiple of a frame, so that keys come at any time within one. */
const period = 97;

/** Presses a key again and again for `duration` milliseconds. Returns the function that stops it. */
export function pressKeys(session, duration) {
  const key = { key: 'a', code: 'KeyA', text: 'a', windowsVirtualKeyCode: 65 };
  const startedAt = performance.now();
  const timer = setInterval(() => {
    if (performance.now() - startedAt > duration) {
      clearInterval(timer);
      return;
    }
    // Nobody waits for the answers, which a busy page sends late, or never once it is closed.
    session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }).catch(() => {});
    session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }).catch(() => {});
  }, period);
  return () => clearInterval(timer);
}
