import { StrictMode, version, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { containers, globals, hookArguments, props } from './props.ts';

/** A sample's module, by the sample's id. Its component or hook is exported as `Sample`. */
export type SampleModules = Readonly<Record<string, () => unknown>>;

/** Shows what a hook returns. */
function HookResult({
  use,
  args,
}: {
  readonly use: (...args: readonly unknown[]) => object;
  readonly args: readonly unknown[];
}) {
  return <pre>{JSON.stringify(use(...args))}</pre>;
}

/** Mounts the sample that the address names. */
export function mountSample(modules: SampleModules): void {
  const id = decodeURIComponent(location.hash.slice(1));
  Object.assign(globalThis, globals);
  document.title = `${id} on React ${version}`;
  const Sample = modules[id]!();
  const isHook = id.includes(' › use');
  const container = document.createElement(containers[id] ?? 'main');
  document.body.append(container);
  createRoot(container).render(
    <StrictMode>
      {isHook ? (
        <HookResult use={Sample as () => object} args={hookArguments[id] ?? []} />
      ) : (
        createSample(Sample as ComponentType<object>, props[id] ?? {})
      )}
    </StrictMode>,
  );
}

function createSample(Sample: ComponentType<object>, sampleProps: object) {
  return <Sample {...sampleProps} />;
}
