/** Texts that make a torn grapheme or a lost word easy to see. */
export const answer =
  'A stream is a response that arrives in pieces. The first words can be on the screen while the last ones are still ' +
  'being written, so a reader waits for one word and not for all of them.\n\n' +
  'It can be stopped at any time, and everything received so far is kept. Closing the connection frees the server ' +
  'too, so no one has to pay for words that nobody is waiting for.';

export const families = 'Families 👨‍👩‍👧‍👦 👩‍👩‍👦, flags 🇯🇵 🇧🇷 🏴‍☠️, skin tones 👍🏽 👩🏿‍🚀, and a keycap 7️⃣.';

export const hindi = 'धारा वह उत्तर है जो टुकड़ों में आता है। पहले शब्द स्क्रीन पर दिख सकते हैं, जबकि अंतिम शब्द अभी बन रहे होते हैं।';

export const thai = 'สตรีมคือคำตอบที่มาทีละส่วน คำแรกแสดงบนหน้าจอได้ในขณะที่คำสุดท้ายยังไม่เสร็จ';

export const arabic =
  'البثّ استجابةٌ تصل على أجزاء. يمكن أن تظهر الكلمات الأولى على الشاشة بينما لا تزال الأخيرة قيد الكتابة.';

/** Eighty paragraphs. */
export const longAnswer = Array.from({ length: 40 }, () => answer).join('\n\n');

/** An answer with most of what Markdown has. */
export const markdownAnswer = `## Reading a stream

A response arrives in **pieces**. This \`async\` function reads them *one by one*, as [Fetch](https://fetch.spec.whatwg.org/ "The standard") describes:

\`\`\`js
// Reads a text to its end.
async function read(url) {
  const response = await fetch(url);
  let text = '';

  for await (const chunk of response.body) text += decode(chunk);
  return text;
}
\`\`\`

1. It ~~polls~~ waits for each piece.
2. It ends when the response does:

   - normally
   - or with an **error**

| Event | Shown |
| --- | ---: |
| piece | at once |
| end | **last** |

> Half a marker is never shown.
`;
