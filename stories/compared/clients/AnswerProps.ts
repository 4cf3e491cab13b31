/** What each client is given. */
export interface AnswerProps {
  /** Where the answer is. */
  readonly url: string;
  /** What to send in the body of a POST. */
  readonly question?: string | undefined;
}
