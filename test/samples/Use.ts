/** How a sample is used. */
export interface Use {
  /** What sends the request: mounting the sample (the default), submitting its form, or pressing its button. */
  readonly start?: 'mount' | 'form' | 'button';
  /** The method and the path that the server must receive. */
  readonly request: string;
  /** The JSON that the server must receive. */
  readonly body?: unknown;
  /** The media type of the answer, plain text by default. */
  readonly type?: string;
  /** What the server writes, in two parts. */
  readonly pieces: readonly [string, string];
  /** What the sample shows after the first part, and after the second. */
  readonly shows: readonly [string, string];
  /** Whether it is an event source, which asks again when its response ends. */
  readonly isFeed?: boolean;
  /** Whether it sends the request again after a server error. A feed does so in any case. */
  readonly retries?: boolean;
  /** `silent` if the sample leaves failures out. By default it shows an alert. */
  readonly failure?: 'alert' | 'silent';
}
