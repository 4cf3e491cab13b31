const suggestions = [
  'What is a stream?',
  'How is the weather in Lima and in Oslo?',
  'Show me Markdown',
  'Break the connection',
];

interface SuggestionsProps {
  onPick(question: string): void;
}

/** Questions to begin with. */
export function Suggestions({ onPick }: SuggestionsProps) {
  return (
    <div className="chat-suggestions">
      {suggestions.map((question) => (
        <button key={question} type="button" onClick={() => onPick(question)}>
          {question}
        </button>
      ))}
    </div>
  );
}
