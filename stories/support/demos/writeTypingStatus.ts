/** Names what a typewriter does. */
export function writeTypingStatus(isTyping: boolean, isPaused: boolean): string {
  if (!isTyping) return 'complete';
  return isPaused ? 'paused' : 'typing';
}
