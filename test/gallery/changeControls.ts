/** What a control of the gallery can be set to. */
interface Control {
  readonly type?: string;
  readonly disable?: boolean;
  readonly min?: number;
  readonly max?: number;
}

interface ArgType {
  readonly name: string;
  readonly control?: Control;
  readonly options?: readonly unknown[];
  readonly table?: { readonly disable?: boolean };
}

interface Channel {
  emit(event: string, payload: unknown): void;
  on(event: string, listener: () => void): void;
  off(event: string, listener: () => void): void;
}

interface Story {
  readonly argTypes: Record<string, ArgType>;
  readonly initialArgs: Record<string, unknown>;
  readonly parameters: { readonly controls?: { readonly include?: string[]; readonly exclude?: string[] } };
}

interface Preview {
  readonly channel: Channel;
  readonly storyStoreValue: { loadStory(choice: { storyId: string }): Promise<Story> };
}

/** What became of the controls of one story. */
export interface ControlReport {
  /** How many values were set. */
  readonly changes: number;
  /** The changes after which the story showed an error in its own place. */
  readonly crashes: readonly string[];
  /** The options in the table that a visitor cannot change. */
  readonly withoutControl: readonly string[];
}

/**
 * Sets each control of the story that is open to each of its values, and back. Runs in the page of the story, so it uses
 * nothing from outside itself.
 */
export async function changeControls(storyId: string): Promise<ControlReport> {
  const { channel, storyStoreValue } = Reflect.get(window, '__STORYBOOK_PREVIEW__') as Preview;
  const { argTypes, initialArgs, parameters } = await storyStoreValue.loadStory({ storyId });
  const crashes: string[] = [];
  let changes = 0;

  const valuesOf = ({ control, options }: ArgType): readonly unknown[] => {
    if (options)
      return control?.type?.includes('check') ? [[], options, ...options.map((option) => [option])] : options;
    if (control?.type === 'boolean') return [true, false, undefined];
    if (control?.type === 'number' || control?.type === 'range')
      return [control.min ?? 0, control.max ?? 1000, undefined];
    if (control?.type === 'text') return ['', 'changed', undefined];
    return [null, 'changed', {}, []];
  };

  const set = (name: string, value: unknown): Promise<void> =>
    new Promise((resolve) => {
      const done = () => {
        channel.off('storyRendered', done);
        channel.off('storyThrewException', done);
        // One frame later the effects of the change have run.
        requestAnimationFrame(() => resolve());
      };
      channel.on('storyRendered', done);
      channel.on('storyThrewException', done);
      channel.emit('updateStoryArgs', { storyId, updatedArgs: { [name]: value } });
    });

  const { include, exclude } = parameters.controls ?? {};
  const shown = Object.entries(argTypes)
    .filter(([, { table }]) => !table?.disable)
    .filter(([, { name }]) => include?.includes(name) ?? !exclude?.includes(name));
  const isCallback = (name: string) => /^on[A-Z]/.test(name);
  const hasControl = ({ control }: ArgType) => control?.type !== undefined && !control.disable;
  for (const [name, argType] of shown.filter(([, type]) => hasControl(type))) {
    for (const value of [...valuesOf(argType), initialArgs[name]]) {
      await set(name, value);
      changes += 1;
      if (document.body.classList.contains('sb-show-errordisplay')) {
        const message = document.querySelector('#error-message')?.textContent ?? '';
        crashes.push(`${name}: ${JSON.stringify(value) ?? 'cleared'}: ${message.trim()}`);
      }
    }
  }
  const withoutControl = shown.filter(
    ([name, type]) => !isCallback(name) && (!hasControl(type) || type.control?.type === 'object'),
  );
  return { changes, crashes, withoutControl: withoutControl.map(([name]) => name) };
}
