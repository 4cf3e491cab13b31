import { createContext } from 'react';
import { createRecorder, type Recorder } from './createRecorder.ts';

/** The recorder of the pane around a component. */
export const RecorderContext = createContext<Recorder>(createRecorder('nobody'));
