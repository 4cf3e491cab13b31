import {
  aiSdk,
  anthropic,
  gemini,
  ollama,
  openAiChat,
  openAiCompatible,
  openAiResponses,
} from 'react-streamed/providers';

/** The presets that the gallery shows, by name. */
export const presets = { aiSdk, anthropic, gemini, ollama, openAiChat, openAiCompatible, openAiResponses };
