/// <reference lib="dom" />
import { computeResults, type FrozenInput } from '#assessment/browser.ts';

/** A thread of the reader's browser that counts what the server would: the page stays free meanwhile. */
addEventListener('message', ({ data }: MessageEvent<FrozenInput>) => {
  const results = computeResults(data);
  postMessage({ results: results.ok ? results.value : null }, {});
});
