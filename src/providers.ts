export { aiSdk, selectAiSdkText, type AiSdkChunk } from './providers/aiSdk.ts';
export { aiSdkParts } from './providers/aiSdkParts.ts';
export { anthropic, selectAnthropicText, type AnthropicChunk } from './providers/anthropic.ts';
export { anthropicParts } from './providers/anthropicParts.ts';
export { gemini, selectGeminiText, type GeminiChunk } from './providers/gemini.ts';
export { geminiParts } from './providers/geminiParts.ts';
export { ollama, selectOllamaText, type OllamaChunk } from './providers/ollama.ts';
export { ollamaParts } from './providers/ollamaParts.ts';
export { openAiChat, selectOpenAiChatText, type OpenAiChatChunk } from './providers/openAiChat.ts';
export { openAiChatParts } from './providers/openAiChatParts.ts';
export {
  openAiCompatible,
  selectOpenAiCompatibleText,
  type OpenAiCompatibleChunk,
} from './providers/openAiCompatible.ts';
export { openAiCompatibleParts } from './providers/openAiCompatibleParts.ts';
export { openAiResponses, selectOpenAiResponsesText, type OpenAiResponsesChunk } from './providers/openAiResponses.ts';
export { openAiResponsesParts } from './providers/openAiResponsesParts.ts';
export type { AnswerParts, Part, SourcePart, TextPart, ToolPart, Usage } from './providers/parts/Part.ts';
export type { PartChange, PartChanges } from './providers/parts/PartChange.ts';
export { parts, type PartsOptions } from './providers/parts/parts.ts';
export type { PartsPreset } from './providers/parts/PartsPreset.ts';
export type { StreamPreset } from './providers/StreamPreset.ts';
