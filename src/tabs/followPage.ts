/** What is called with the events of a page, by their types. */
interface PageListeners {
  readonly pagehide: () => void;
  readonly pageshow: (event: PageTransitionEvent) => void;
  readonly freeze: () => void;
  readonly resume: () => void;
  readonly visibilitychange: () => void;
}

/** Listens to what happens to the page. Returns the function that ends it. */
export function followPage(listeners: PageListeners): () => void {
  const controller = new AbortController();
  // Events of the document pass the window while they are captured.
  const options = { capture: true, signal: controller.signal };
  for (const [type, listener] of Object.entries(listeners)) addEventListener(type, listener as EventListener, options);
  return () => controller.abort();
}
