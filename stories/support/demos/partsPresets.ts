import {
  aiSdkParts,
  anthropicParts,
  geminiParts,
  ollamaParts,
  openAiChatParts,
  openAiResponsesParts,
} from 'react-streamed/providers';

/** The presets of parts that the gallery shows, by name. */
export const partsPresets = {
  aiSdkParts,
  anthropicParts,
  geminiParts,
  ollamaParts,
  openAiChatParts,
  openAiResponsesParts,
};
