/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { referenceWeights, type AssessmentResult, type FrozenInput } from '#assessment/browser.ts';
import { benefitsOf, changed, changesIn, isFrozenInput, isUnchanged, numbersOf, queryOf } from './changes.ts';
import { inPoints } from './words.ts';

type Answer = { results: AssessmentResult[] | null };
const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'results' in value;

/** Counts in the reader's browser, in a worker, what the form would ask of the server. Where anything fails, the form is sent as it is. */
function offerWhatIf(form: HTMLFormElement): void {
  const { whatIf: source, worker: program, words: wordsText, some: someText } = form.dataset;
  const said = document.querySelector('#what-if-said');
  const shown = document.querySelector<HTMLElement>('#what-if-result');
  if (source === undefined || program === undefined || wordsText === undefined || someText === undefined || said === null || shown === null) return;
  const words = new Map<string, unknown>(Object.entries(JSON.parse(wordsText)));
  const word = (name: string): string => String(words.get(name) ?? '');
  const some: unknown = JSON.parse(someText);

  let whole: Promise<FrozenInput> | undefined;
  let worker: Worker | undefined;

  const load = async (): Promise<FrozenInput> => {
    const body: unknown = await (await fetch(source)).json();
    if (!isFrozenInput(body)) throw new TypeError('not a cycle');
    return body;
  };
  const published = (input: FrozenInput): number[] => {
    const weights = input.weights[0] && referenceWeights(input.weights[0].benefits, benefitsOf(input).length);
    return numbersOf(input, weights?.ok === true ? weights.value : []);
  };
  const compute = (input: FrozenInput): Promise<AssessmentResult[] | null> =>
    new Promise((resolve, reject) => {
      // A newer question takes the place of the one under way.
      worker?.terminate();
      worker = new Worker(program, { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => (isAnswer(data) ? resolve(data.results) : reject(new TypeError('no answer'))));
      worker.addEventListener('error', () => reject(new Error('no worker')));
      worker.postMessage(input);
    });
  const show = (results: readonly AssessmentResult[]): number => {
    let turned = 0;
    for (const one of results) {
      const after = shown.querySelector(`[data-after="${CSS.escape(one.membership)}"]`);
      const indication = shown.querySelector<HTMLElement>(`[data-indication="${CSS.escape(one.membership)}"]`);
      if (after) after.textContent = inPoints(one);
      const before = indication?.dataset['before'] ?? one.indication;
      if (before !== one.indication) turned += 1;
      if (indication) indication.textContent = before === one.indication ? word(one.indication) : `${word(before)} → ${word(one.indication)}`;
    }
    shown.hidden = false;
    return turned;
  };
  const answer = async (): Promise<void> => {
    said.textContent = word('counting');
    whole ??= load();
    const input = await whole;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.set(name, value);
    const numbers = published(input);
    const changes = changesIn(query, input, numbers);
    const address = queryOf(changes, input, numbers);
    history.replaceState(null, '', `${location.pathname}${address === '' ? '' : `?${address}`}${new URL(form.action).hash}`);
    if (isUnchanged(changes)) {
      shown.hidden = true;
      said.textContent = word('unchanged');
      return;
    }
    const results = await compute(changed(input, changes));
    if (results === null) {
      shown.hidden = true;
      said.textContent = word('refused');
      return;
    }
    const turned = show(results);
    said.textContent = turned === 0 ? word('none') : String(Array.isArray(some) ? some[turned - 1] : turned);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer().catch(() => {
      whole = undefined;
      form.submit();
    });
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-what-if]')) offerWhatIf(form);
