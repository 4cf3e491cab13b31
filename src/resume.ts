export { resumable } from './resume/resumable.ts';
export type {
  AnswerPosition,
  CancelRequest,
  ResumableOptions,
  ResumeRequest,
  ResumeStorage,
} from './resume/ResumableOptions.ts';
