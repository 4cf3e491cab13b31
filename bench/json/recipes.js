/** Writes a structured answer of about this many characters: a recipe with many steps. */
export function writeRecipe(length) {
  const steps = [];
  let size = 0;
  for (let number = 1; size < length; number++) {
    const step = {
      number,
      text: `Step ${number}: stir the “pot” gently,\nand wait until it simmers.`,
      minutes: number % 17,
      isOptional: number % 5 === 0,
      tools: ['spoon', 'pot'],
    };
    size += JSON.stringify(step).length + 1;
    steps.push(step);
  }
  return JSON.stringify({ title: 'Soup', portions: 4, steps });
}
