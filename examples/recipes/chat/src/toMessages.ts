import type { AnswerParts, ToolPart } from 'react-streamed/providers';
import type { Turn } from './useConversation.ts';

/** A message in the format of OpenAI's chat completions. */
export interface Message {
  readonly role: 'user' | 'assistant' | 'tool';
  readonly content: string | null;
  readonly tool_calls?: readonly object[];
  readonly tool_call_id?: string;
}

/** Writes the conversation as the messages of a request. */
export function toMessages(turns: readonly Turn[]): readonly Message[] {
  return turns.flatMap((turn) => [
    { role: 'user', content: turn.question } satisfies Message,
    ...turn.answers.flatMap((answer) => writeAnswer(answer, turn.results)),
  ]);
}

function writeAnswer({ parts }: AnswerParts, results: Turn['results']): readonly Message[] {
  const texts = parts.map((part) => (part.type === 'text' ? part.text : ''));
  const content = texts.join('') || null;
  // Providers refuse a call without its result, so one that was stopped is left out.
  const calls = parts.filter((part) => part.type === 'tool').filter(({ id }) => id in results);
  if (calls.length > 0) {
    return [
      { role: 'assistant', content, tool_calls: calls.map(writeCall) },
      ...calls.map(({ id }): Message => ({ role: 'tool', tool_call_id: id, content: results[id] ?? '' })),
    ];
  }
  return content === null ? [] : [{ role: 'assistant', content }];
}

function writeCall({ id, name, inputText }: ToolPart) {
  return { id, type: 'function', function: { name, arguments: inputText } };
}
