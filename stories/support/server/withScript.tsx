import type { Decorator } from '@storybook/react-vite';
import { Fragment } from 'react';
import { ReplayedStory } from './ReplayedStory.tsx';
import { ScriptedStory, type Script } from './ScriptedStory.tsx';

/**
 * The options that a hook reads when its stream begins, those that decide what kind of data it holds, and what a lab
 * begins with.
 */
const mountOptions = [
  'initial',
  'initialData',
  'initialLastEventId',
  'clock',
  'accumulate',
  'as',
  'resume',
  'network',
  'seed',
];

/**
 * Gives a story a `fetch` that plays `parameters.script`, and a button that plays the story again. `parameters.pace`
 * multiplies the pauses of the script: tests are in more of a hurry than a visitor. With `parameters.showsWire`, what the
 * server sends is shown from the beginning.
 */
export const withScript: Decorator = (Story, { args, unmappedArgs, parameters }) => {
  // A recipe is a whole page and brings its own server.
  if (parameters['layout'] === 'fullscreen') return <Story />;
  const script = parameters['script'] as Script | undefined;
  // The names of the choices: what they stand for may not be text.
  const mountArgs = mountOptions.map((name) => unmappedArgs[name]);
  return (
    <div className="stage">
      <ReplayedStory mountArgs={mountArgs}>
        {(run) =>
          script ? (
            <ScriptedStory
              key={run}
              script={script}
              pace={parameters['pace'] as number | undefined}
              showsWire={parameters['showsWire'] === true}
            >
              {(fetch) => <Story args={{ ...args, fetch: args['fetch'] ?? fetch }} />}
            </ScriptedStory>
          ) : (
            <Fragment key={run}>
              <Story />
            </Fragment>
          )
        }
      </ReplayedStory>
    </div>
  );
};
