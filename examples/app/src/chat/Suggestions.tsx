const suggestions = [
  'What is a stream?',
  'Show me Markdown',
  'How is the weather in Lima?',
  'Tell me a story',
  'Count until I stop you',
];

export function Suggestions({ onPick }: { onPick(question: string): void }) {
  return (
    <div className="suggestions">
      <p>Ask the server something.</p>
      {suggestions.map((question) => (
        <button key={question} type="button" onClick={() => onPick(question)}>
          {question}
        </button>
      ))}
    </div>
  );
}
