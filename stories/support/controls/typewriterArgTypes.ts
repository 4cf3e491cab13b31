import type { ArgTypes } from '@storybook/react-vite';
import { markdown } from 'react-streamed/markdown';
import type { TypewriterDemoProps } from '../demos/TypewriterDemo.tsx';
import { callbackArgTypes, spiesOf } from './callbacks.ts';
import { notSet, selectOf } from './choices.ts';
import { slowClock } from './slowClock.ts';

/** The callbacks of `useTypewriter`. */
export const typewriterSpies = spiesOf('onComplete');

/** Controls for every option of `useTypewriter`. */
export const typewriterArgTypes: Partial<ArgTypes<TypewriterDemoProps>> = {
  text: { control: 'text' },
  lang: { control: 'select', options: ['en', 'hi', 'th', 'ar'] },
  isStreaming: { control: 'boolean' },
  graphemesPerSecond: { control: 'select', options: ['auto', 10, 30, 40, 60, 150, 1000] },
  by: { control: 'inline-radio', options: ['grapheme', 'word'] },
  maxLag: { control: { type: 'range', min: 0, max: 3000, step: 100 } },
  drain: { control: { type: 'range', min: 0, max: 3000, step: 50 } },
  initial: { control: 'inline-radio', options: ['show', 'type'] },
  onReplace: { control: 'inline-radio', options: ['diff', 'restart', 'show'] },
  reducedMotion: { control: 'inline-radio', options: ['respect', 'ignore'] },
  split: selectOf({ ...notSet, markdown }),
  paused: { control: 'boolean' },
  clock: selectOf({ ...notSet, slowClock }),
  ...callbackArgTypes('onComplete'),
};
