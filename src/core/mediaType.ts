/** The essence of a response's media type: in lower case, without parameters; empty where there is none. */
export function mediaType(headers: Headers): string {
  const [essence = ''] = (headers.get('content-type') ?? '').split(';', 1);
  return essence.trim().toLowerCase();
}
