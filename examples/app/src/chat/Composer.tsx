import { useRef, type KeyboardEvent, type MouseEvent, type SubmitEvent } from 'react';
import { Button } from '../ui/Button.tsx';

interface ComposerProps {
  isStreaming: boolean;
  onSend(question: string): void;
  onStop(): void;
}

/** Where a question is written. Enter sends it, Shift and Enter begin a new line. */
export function Composer({ isStreaming, onSend, onStop }: ComposerProps) {
  const field = useRef<HTMLTextAreaElement>(null);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (isStreaming) return onStop();
    const question = field.current!.value.trim();
    field.current!.focus();
    if (!question) return;
    field.current!.value = '';
    onSend(question);
  }

  function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
    // While an input method composes a word, Enter accepts the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!isStreaming) event.currentTarget.form!.requestSubmit();
  }

  // Stop and Send are one button: a double click on Stop must not send the next question.
  function ignoreSecondClick(event: MouseEvent) {
    if (!isStreaming && event.detail > 1) event.preventDefault();
  }

  return (
    <form className="composer" onSubmit={submit}>
      <textarea ref={field} rows={2} aria-label="Your question" placeholder="Ask something…" onKeyDown={sendOnEnter} />
      <Button type="submit" isPrimary onClick={ignoreSecondClick} onKeyDown={ignoreRepeatedKey}>
        {isStreaming ? 'Stop' : 'Send'}
      </Button>
    </form>
  );
}

/** A key that is held down on Stop must not send the next question either. */
function ignoreRepeatedKey(event: KeyboardEvent) {
  if (event.repeat) event.preventDefault();
}
