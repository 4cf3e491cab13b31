/** Returns a request that may be given by its URL alone. */
export function toRequest<Request extends { readonly url: unknown }>(
  given: string | URL | Request,
): Request | { url: string | URL; method?: undefined; headers?: undefined } {
  return typeof given === 'string' || given instanceof URL ? { url: given } : given;
}
