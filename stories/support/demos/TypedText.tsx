interface TypedTextProps {
  readonly text: string;
  readonly isTyping: boolean;
  readonly lang?: string | undefined;
}

/** Text from a typewriter. It is hidden from screen readers only while it is typed: the live region speaks meanwhile. */
export function TypedText({ text, isTyping, lang }: TypedTextProps) {
  return (
    <p className="output" aria-hidden={isTyping} lang={lang} dir="auto">
      {text}
    </p>
  );
}
