/** Something that the model can ask the page to do. */
interface Tool {
  readonly description: string;
  /** The input as a JSON schema, for the model. */
  readonly parameters: object;
  /** Runs the tool. The input comes from a model, so it can be anything. */
  run(input: unknown, signal: AbortSignal): Promise<unknown>;
}

export const tools: Readonly<Record<string, Tool>> = {
  get_weather: {
    description: 'The current weather in a city',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    async run(input, signal) {
      if (!hasCity(input)) throw new TypeError('The input has no city.');
      const response = await fetch(`/api/weather?city=${encodeURIComponent(input.city)}`, { signal });
      if (!response.ok) throw new Error(`The weather service answered with status ${response.status}.`);
      return response.json();
    },
  },
};

/** The tools as a request describes them to the model. */
export const toolDefinitions = Object.entries(tools).map(([name, { description, parameters }]) => ({
  type: 'function',
  function: { name, description, parameters },
}));

function hasCity(input: unknown): input is { city: string } {
  return typeof input === 'object' && input !== null && 'city' in input && typeof input.city === 'string';
}
