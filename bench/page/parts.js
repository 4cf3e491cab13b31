/** The parts of the page, in order. */
export const parts = {
  parser: {
    title: 'Parser',
    text: 'Our parser and eventsource-parser turn the same bytes into events in Node. Times are medians of 25 rounds in one process. The candidates take turns, and every other round runs backwards. The column “middle half” is the range of the middle half of the ratios.',
  },
  react: {
    title: 'Hooks',
    text: `The hooks run in Chromium beside pages written by hand, the hooks of @ai-sdk/react and TanStack Query. All are production builds with one copy of React. Task time is the processor time of the main thread for scripts, style, layout and paint, as Chromium counts it. Each figure is the median of several plays in fresh pages, and the spread gives the least and the most.

The hooks have their default \`throttle: 'auto'\`, which leaves the page most of its time. So they change the page less often if a change takes long.

In the tables of 30,000 tokens, “by hand” is a page without React that writes the text once a frame. The row “by hand, rows in React” shows each paragraph as a row, without this package, and so costs about the least that rows can. A candidate that shows more frames does more work, so compare the page changes too. With \`blocks()\`, a frame lays out only the rows that changed. With \`content-visibility\`, the browser also skips rows outside the view.`,
  },
  typewriter: {
    title: 'Typewriter',
    text: `Some figures come from a simulation in Node, others from pages in Chromium. typewriter-effect and react-type-animation type a text that they know from the start, and cannot follow a stream. Here they show the first 180 kB at once and then type. @assistant-ui/react follows a stream: its message part shows the growing last message of a thread, smoothed as it is by default.

The tables on smoothness have these columns:

- “still” is the share of frames that show nothing new.
- “paused” is the share of time in pauses of more than 200 ms.
- “speed variation” says how much the graphemes in 100 ms vary (standard deviation divided by the mean).
- “speed change” says how much they differ from those in the next 100 ms (root mean square divided by the mean).
- “mean delay” and “worst delay” are milliseconds from arrival to display.

The algorithm “rate and deadlines” is an earlier version of ours, which does not spread waiting text over the expected gap.`,
  },
  tracing: {
    title: 'Tracing',
    text: 'A page in Chromium receives a burst while `traceStreams` of react-streamed/devtools is on or off. Nothing records a trace meanwhile. The two take turns, and every other round runs backwards. The spread gives the least and the most. All tokens come in one write. At other paces, the times of one candidate varied threefold on this machine, which hides what tracing costs.',
  },
  json: {
    title: 'Streamed JSON',
    text: '`json()` and other readers of JSON that is still arriving, in Node. The candidates take turns in one process.',
  },
  markdown: {
    title: 'Markdown',
    text: 'A Markdown text arrives in pieces, and each piece is followed by a snapshot of its blocks. The text is made of answers such as language models give them. It has no footnotes, because Streamdown does not cut a text that has one. incremark and marked do more than find blocks, because they parse them.',
  },
  parts: {
    title: 'Parts of an answer',
    text: 'The preset `aiSdkParts` and the function with which the AI SDK reads the same stream, in Node. The candidates take turns in one process.',
  },
  storm: {
    title: 'Restarts of a server',
    text: 'When a server restarts, all of its clients lose their connections at once. A random wait keeps them from coming back at once. [What a server sees](guides/what-a-server-sees.md) says what to do about it.',
  },
  size: {
    title: 'Size',
    text: 'The tables show what an import of the built package adds to an app. React is not counted.',
  },
};
