/** How many answers are kept: a few days and views of one register. */
const most = 12;

/** Keeps the latest answers by their key. A key must name everything that an answer depends on. */
export function remembered<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const answers = new Map<string, Answer>();
  return async (key, ask) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = await ask();
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return answer;
  };
}
