/** Keeps the answers last asked for, by their key: by default a few days and views of one register. A key must name everything that an answer depends on. */
export function remembered<Answer>(most = 12): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const answers = new Map<string, Answer>();
  return async (key, ask) => {
    const known = answers.get(key);
    const answer = known ?? (await ask());
    // A Map keeps the order of insertion: what is put in anew stands last, so the first is the one longest unasked for.
    answers.delete(key);
    answers.set(key, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return answer;
  };
}
