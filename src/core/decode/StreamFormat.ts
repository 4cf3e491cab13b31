/** How the body of a response is cut into items. */
export type StreamFormat = 'text' | 'lines' | 'json-lines' | 'events' | 'bytes';
