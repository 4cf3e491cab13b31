export { aiSdk, selectAiSdkText, type AiSdkChunk } from './providers/aiSdk.ts';
export { anthropic, selectAnthropicText, type AnthropicChunk } from './providers/anthropic.ts';
export { gemini, selectGeminiText, type GeminiChunk } from './providers/gemini.ts';
export { ollama, selectOllamaText, type OllamaChunk } from './providers/ollama.ts';
export { openAiChat, selectOpenAiChatText, type OpenAiChatChunk } from './providers/openAiChat.ts';
export {
  openAiCompatible,
  selectOpenAiCompatibleText,
  type OpenAiCompatibleChunk,
} from './providers/openAiCompatible.ts';
export { openAiResponses, selectOpenAiResponsesText, type OpenAiResponsesChunk } from './providers/openAiResponses.ts';
export type { StreamPreset } from './providers/StreamPreset.ts';
