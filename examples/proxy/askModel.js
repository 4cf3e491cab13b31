/**
 * Asks the model for an answer to `messages`, as a stream. The server chooses the model and the limits: who may ask for
 * anything can spend anything.
 *
 * @param {unknown} messages
 * @param {AbortSignal} signal
 */
export function askModel(messages, signal) {
  return fetch(process.env['OPENAI_URL'] ?? 'https://api.openai.com/v1/chat/completions', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env['OPENAI_API_KEY']}` },
    body: JSON.stringify({ model: 'gpt-5.4-mini', max_completion_tokens: 2000, messages, stream: true }),
    signal,
  });
}
