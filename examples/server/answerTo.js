const answers = [
  {
    asked: /\bstory\b/i,
    answer: `A lighthouse keeper wrote one word on every wave that left her rock. Nobody read them, she supposed; the sea is a careless postman.

But on the far shore a girl sat with a lamp and copied the words as they landed, one by one, in the order they came. Some nights a storm cut the line. She marked the last word she had, waited, and asked the sea to go on from there.

When the book was full she rowed out with it. “You left nothing out,” said the keeper. “You told me where I was,” said the girl. 🌊`,
  },
  {
    asked: /\b(stop|long|count)\b/i,
    answer: `Certainly. I will count slowly, and you can press Stop, or Escape, whenever you have heard enough.

${Array.from({ length: 1000 }, (_, index) => `${index + 1},`).join(' ')} and that is a thousand. You were patient.`,
  },
  {
    asked: /\bmarkdown\b/i,
    answer: `## Markdown, while it arrives

Each block is rendered **once**, and only the last one is rendered again. Half a marker, such as \`**\`, is *never shown*.

![Three waves](/stream.svg)

\`\`\`js
// An open fence is code from its first line.
async function read(url) {
  const response = await fetch(url);

  for await (const chunk of response.body) {
    console.log(chunk.length, 'bytes');
  }
}
\`\`\`

What else works:

1. Lists, also with parts:
   - ~~deleted~~ text
   - \`inline code\`

2. [Links](https://commonmark.org/help/ "CommonMark"), which stay whole
3. Tables:

| Part | Rendered | Why |
| --- | ---: | --- |
| finished block | once | it never changes |
| last block | once a frame | it grows |

> Select text in a finished block while the rest arrives. The selection stays.

That was all.`,
  },
  {
    asked: /\bweather\b/i,
    reasoning: `The question is about the weather, which I do not know by heart. I have a tool for that.`,
    tool: { name: 'get_weather', input: { place: 'Lima', unit: 'celsius', days: 1 } },
    answer: `In Lima it is 17 °C, with fog over the coast until noon. Or so my tool says: it has never looked out of a window.`,
  },
  {
    asked: /\bstream/i,
    answer: `A stream is an answer that you may read before it is finished. The server writes a piece as soon as it has one; the page shows it as soon as it arrives.

Three things go wrong when one builds that by hand. The request outlives the component that asked for it. A character that was cut in two by the network is shown as two broken ones. And every small piece renders the whole page again.

The hooks on this page take care of all three: one request, whole characters 👩‍🚀, and at most one render a frame.`,
  },
];

/**
 * Finds what the model thinks and which tool it calls before it answers. Most answers need neither.
 *
 * @param {string} question
 * @returns {{ reasoning?: string, tool?: { name: string, input: object } }}
 */
export function thinkAbout(question) {
  return answers.find(({ asked }) => asked.test(question)) ?? {};
}

/**
 * Answers as a model would: from what it has learned by heart.
 *
 * @param {string} question
 */
export function answerTo(question) {
  const known = answers.find(({ asked }) => asked.test(question));
  if (known) return known.answer;
  const quoted = question.trim() ? `You wrote “${question.trim().slice(0, 200)}”.` : 'You wrote nothing.';
  return `${quoted} I am a small server and know few things by heart, but I say them one word at a time. ✨

Ask me what a stream is, ask me for Markdown, ask me for a story, or ask me to count and then stop me.`;
}
