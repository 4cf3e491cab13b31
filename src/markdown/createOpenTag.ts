/** The HTML element that a block begins with, up to its end tag. */
export interface OpenTag {
  /** Opens the element that a line begins with. Returns whether the line begins a block of HTML. */
  open(line: string): boolean;
  /** Counts the tags of the open element in a line. */
  readLine(line: string): void;
  /** Tells whether the end tag is missing. */
  isOpen(): boolean;
}

const tagStart = /^ {0,3}<(\/?)([a-z][\w-]*)(?=[\s/>])/i;

/** Elements that stand in a paragraph, or have no end tag. */
const notBlocks =
  /^(?:a|abbr|b|br|cite|code|del|em|embed|hr|i|img|input|ins|kbd|mark|q|s|small|source|span|strong|su[bp]|u|var|wbr)$/;

/** Creates the tag of a block in which none is open. */
export function createOpenTag(): OpenTag {
  let name = '';
  let depth = 0;

  const count = (part: string) => part.split(`<${name}`).length - part.split(`</${name}`).length;

  const readLine = (line: string) => {
    if (depth > 0) depth += count(line.toLowerCase());
  };

  return {
    open: (line) => {
      const found = tagStart.exec(line);
      if (!found) return false;
      const [, slash, tag = ''] = found;
      const foundName = tag.toLowerCase();
      if (notBlocks.test(foundName)) return false;
      const isOpening = !slash && !line.trimEnd().endsWith('/>');
      if (depth === 0 && isOpening) {
        name = foundName;
        depth = count(line.toLowerCase());
      }
      return true;
    },
    readLine,
    isOpen: () => depth > 0,
  };
}
