import chatPackage from '@ai-sdk/react/package.json';
import fetchEventSourcePackage from '@microsoft/fetch-event-source/package.json';
import type { ComponentType } from 'react';
import type { FormatName } from '../server/answer-server/formats.js';
import type { AnswerProps } from './AnswerProps.ts';
import { ChatAnswer } from './ChatAnswer.tsx';
import chatSource from './ChatAnswer.tsx?raw';
import { EventSourceAnswer } from './EventSourceAnswer.tsx';
import eventSourceSource from './EventSourceAnswer.tsx?raw';
import { FetchEventSourceAnswer } from './FetchEventSourceAnswer.tsx';
import fetchEventSourceSource from './FetchEventSourceAnswer.tsx?raw';
import { HookAnswer } from './HookAnswer.tsx';
import hookSource from './HookAnswer.tsx?raw';

/** A way to receive an answer. */
export interface Client {
  readonly name: string;
  /** Who provides it, and its version. */
  readonly origin: string;
  readonly Answer: ComponentType<AnswerProps>;
  readonly source: string;
  readonly format: FormatName;
  readonly canPost: boolean;
  /** Whether it asks when a reader presses Send. The others ask when they are mounted. */
  readonly waitsForSend: boolean;
}

const events = { format: 'events', canPost: true, waitsForSend: false } as const;

/** In the order in which they run. */
export const clients: readonly Client[] = [
  {
    ...events,
    name: 'EventSource',
    origin: 'part of this browser',
    Answer: EventSourceAnswer,
    source: eventSourceSource,
    canPost: false,
  },
  {
    ...events,
    name: 'fetchEventSource',
    origin: `${fetchEventSourcePackage.name} ${fetchEventSourcePackage.version}`,
    Answer: FetchEventSourceAnswer,
    source: fetchEventSourceSource,
  },
  {
    ...events,
    name: 'useChat',
    origin: `${chatPackage.name} ${chatPackage.version}`,
    Answer: ChatAnswer,
    source: chatSource,
    format: 'ui-messages',
    waitsForSend: true,
  },
  {
    ...events,
    name: 'useEventSource',
    origin: 'react-streamed, from this repository',
    Answer: HookAnswer,
    source: hookSource,
  },
];
