import { resumable } from 'react-streamed/resume';
import { notSet, type Choices } from './choices.ts';

/** Values for `resume`. */
export const resumptions: Choices = {
  ...notSet,
  "resumable({ id: () => 'a1', request: ({ id }) => `/answers/${id}` })": resumable({
    id: () => 'a1',
    request: ({ id }) => `/answers/${id}`,
  }),
};
