import type { AnswerParts, ToolPart } from 'react-streamed/providers';
import { tools } from './tools.ts';

/** Runs the tools that an answer calls, side by side, and returns their results as JSON by the id of the call. */
export async function runTools({ parts }: AnswerParts, signal: AbortSignal): Promise<Record<string, string>> {
  const calls = parts.filter((part) => part.type === 'tool');
  const results: Record<string, string> = {};
  await Promise.all(
    calls.map(async (call) => {
      const result = await runTool(call, signal);
      if (result !== undefined) results[call.id] = result;
    }),
  );
  return results;
}

/** A tool that fails tells the model why, and one that was stopped has no result. */
async function runTool({ name, input }: ToolPart, signal: AbortSignal): Promise<string | undefined> {
  try {
    const tool = tools[name];
    if (!tool) throw new Error(`Unknown tool: ${name}.`);
    return JSON.stringify(await tool.run(input, signal));
  } catch (error) {
    return signal.aborted ? undefined : JSON.stringify({ error: String(error) });
  }
}
