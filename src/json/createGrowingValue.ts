import { openSnapshots } from './isComplete.ts';

/** An object or array of the value. */
type JsonNode = Record<string, unknown> | unknown[];

/** An object or array that has not been closed yet. */
interface OpenNode {
  node: JsonNode;
  /** The name of the member that comes next, in an object. */
  name: string;
}

/** A JSON value that grows at its end. */
export interface GrowingValue {
  /** Returns the bracket that closes the innermost object or array, or `undefined` if none is open. */
  bracket(): ']' | '}' | undefined;
  /** Says how the next member of the open object is called. */
  setName(name: string): void;
  /** Begins an object or array inside the one that is open. */
  open(node: JsonNode): void;
  /** Ends the object or array that is open. */
  close(): void;
  /** Adds a finished value to the object or array that is open. It is never touched again. */
  add(value: unknown): void;
  /**
   * Takes an immutable picture: `undefined` before the value begins, and the same picture if nothing was added since.
   *
   * @param openText - the string that is being read, if one is.
   */
  snapshot(openText: string | undefined): unknown;
}

/** Creates a value of which nothing has arrived. */
export function createGrowingValue(): GrowingValue {
  /** The open objects and arrays, from the outermost. */
  const path: OpenNode[] = [];
  let innermost: OpenNode | undefined;
  /** The whole value, once it is finished. */
  let root: unknown;
  let picture: unknown;
  let shownText: string | undefined;
  let hasNews = false;

  const add = (value: unknown) => {
    hasNews = true;
    if (innermost) addChild(innermost, value);
    else root = value;
  };

  return {
    bracket: () => innermost && (Array.isArray(innermost.node) ? ']' : '}'),
    setName: (name) => {
      if (innermost) innermost.name = name;
    },
    open: (node) => {
      hasNews = true;
      innermost = { node, name: '' };
      path.push(innermost);
    },
    close: () => {
      const closed = path.pop();
      innermost = path.at(-1);
      add(closed?.node);
    },
    add,
    snapshot: (openText) => {
      if (hasNews || openText !== shownText) picture = takePicture(path, openText ?? root);
      hasNews = false;
      shownText = openText;
      return picture;
    },
  };
}

/** Adds a finished child. Of repeated names the last one wins, as in `JSON.parse`. */
function addChild(parent: OpenNode, child: unknown): void {
  const { node, name } = parent;
  if (Array.isArray(node)) node.push(child);
  // An assignment would change the prototype.
  else if (name === '__proto__') parent.node = { ...node, [name]: child };
  else node[name] = child;
}

/**
 * Copies what is open, from the innermost, and adds to each copy what is open inside it. What is closed keeps its identity.
 * The copy of a wide array takes its width, but a fraction of the time that a loop over its elements takes.
 */
function takePicture(path: readonly OpenNode[], innermost: unknown): unknown {
  let child = innermost;
  for (const parent of path.toReversed()) {
    const copy = copyWith(parent, child);
    openSnapshots.add(copy);
    child = copy;
  }
  return child;
}

/** Copies an object or array, and adds a child unless it is `undefined`, which JSON does not have. */
function copyWith({ node, name }: OpenNode, child: unknown): JsonNode {
  // One allocation of the right length: a copy that grows by `push` takes twice as long.
  if (Array.isArray(node)) return node.concat(child === undefined ? [] : [child]);
  const copy: OpenNode = { node: { ...node }, name };
  if (child !== undefined) addChild(copy, child);
  return copy.node;
}
