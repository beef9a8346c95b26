/**
 * What this process has done since it started, as plain numbers: counting costs nothing on the way of a request, and they tell nothing about anybody.
 * Only a new start sets them back, as monitors expect of counters.
 */
export const counters = {
  /** Answers by the first digit of their status; what was broken off before an answer is none of them. */
  answered: { '1xx': 0, '2xx': 0, '3xx': 0, '4xx': 0, '5xx': 0 },
  /** Answers from kept pages. */
  kept: 0,
  /** Pages that had to be prepared first. */
  prepared: 0,
  /** How long the app took for its answers, in milliseconds, and how many they were. */
  renderMs: 0,
  rendered: 0,
  /** What is kept, as it stood when it last grew. */
  cacheBytes: 0,
  cacheEntries: 0,
};

export function countAnswer(status: number): void {
  const { answered } = counters;
  if (status < 200) answered['1xx'] += 1;
  else if (status < 300) answered['2xx'] += 1;
  else if (status < 400) answered['3xx'] += 1;
  else if (status < 500) answered['4xx'] += 1;
  else answered['5xx'] += 1;
}
