import { useRef, type KeyboardEvent, type MouseEvent, type SubmitEvent } from 'react';

interface ComposerProps {
  readonly isAnswering: boolean;
  onSend(question: string): void;
  onStop(): void;
}

/** Where a question is written. Enter sends it, and Shift and Enter begin a new line. */
export function Composer({ isAnswering, onSend, onStop }: ComposerProps) {
  const fieldRef = useRef<HTMLTextAreaElement>(null);

  function submit(event: SubmitEvent) {
    event.preventDefault();
    if (isAnswering) return onStop();
    const field = fieldRef.current!;
    const question = field.value.trim();
    field.focus();
    if (!question) return;
    field.value = '';
    onSend(question);
  }

  function sendOnEnter(event: KeyboardEvent<HTMLTextAreaElement>) {
    // While an input method composes a word, Enter accepts the word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!isAnswering) event.currentTarget.form!.requestSubmit();
  }

  // Send and Stop are one button, so that it keeps the focus. A double click on Stop must not send the next question.
  function ignoreSecondClick(event: MouseEvent) {
    if (!isAnswering && event.detail > 1) event.preventDefault();
  }

  return (
    <form className="chat-composer" onSubmit={submit}>
      <textarea ref={fieldRef} rows={2} aria-label="Question" placeholder="Ask something…" onKeyDown={sendOnEnter} />
      <button className="is-primary" onClick={ignoreSecondClick} onKeyDown={ignoreRepeatedKey}>
        {isAnswering ? 'Stop' : 'Send'}
      </button>
    </form>
  );
}

/** A key that is held down on Stop must not send the next question either. */
function ignoreRepeatedKey(event: KeyboardEvent) {
  if (event.repeat) event.preventDefault();
}
