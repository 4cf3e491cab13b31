const scripts = {
  Latin: 'The quick brown fox jumps over the lazy dog, and “again” – at 3.14159 m/s.\n',
  Chinese: '天地玄黃，宇宙洪荒。日月盈昃，辰宿列張。寒來暑往，秋收冬藏。\n',
  Korean: '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.\n',
  Hindi: 'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।\n',
  Thai: 'มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ\n',
  Arabic: 'يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.\n',
  emoji: 'Done ✅ 👩‍👩‍👧‍👦 👍🏽 🇩🇪🇫🇷 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️‍🔥\n',
};

/** A text for each script, and one of all with a paragraph for each round. */
export const texts = { ...scripts, mixed: `${Object.values(scripts).join('')}\n` };

/** Repeats a text up to a length, never past it, and without cutting a repetition. */
export function fill(text, length) {
  return text.repeat(Math.floor(length / text.length));
}

/** Cuts a text into pieces of so many graphemes, line by line: a segmenter copies its whole input with each step in V8 before 12. */
export function cutGraphemes(text, perPiece) {
  const segmenter = new Intl.Segmenter();
  const pieces = [];
  let piece = '';
  let count = 0;
  for (const line of text.split(/(?<=\n)/)) {
    for (const { segment } of segmenter.segment(line)) {
      piece += segment;
      if (++count % perPiece === 0) {
        pieces.push(piece);
        piece = '';
      }
    }
  }
  return piece ? [...pieces, piece] : pieces;
}
