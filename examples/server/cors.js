/** @typedef {import('node:http').ServerResponse} Response */

/**
 * Lets a page of any origin read the answer.
 *
 * @param {Response} response
 */
export function allowOrigin(response) {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader(
    'Access-Control-Expose-Headers',
    'Allow, Content-Length, Retry-After, X-Answer-Id, X-Process, X-Request-Id',
  );
}

/**
 * Answers the question that a browser asks before a request with a JSON body, a token or a last event ID.
 *
 * @param {Response} response
 */
export function answerPreflight(response) {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE',
    // A wildcard would not cover Authorization (Fetch, "CORS-preflight fetch").
    'Access-Control-Allow-Headers': 'Authorization, Cache-Control, Content-Type, Last-Event-ID, X-Requested-With',
    'Access-Control-Max-Age': '600',
  });
  response.end();
}
