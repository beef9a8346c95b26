/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { referenceWeights, type AssessmentResult, type FrozenInput } from '#assessment/browser.ts';
import { benefitsOf, changed, changesIn, isFrozenInput, isUnchanged, numbersOf, queryOf } from './changes.ts';
import { inPoints } from './words.ts';

type Answer = { results: AssessmentResult[] | null };
const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'results' in value;

/** The weights as the form shows them at first. */
function published(input: FrozenInput): number[] {
  const weights = input.weights[0] && referenceWeights(input.weights[0].benefits, benefitsOf(input).length);
  return numbersOf(input, weights?.ok === true ? weights.value : []);
}

/** Counts in the reader's browser, in a worker, what the form would ask of the server. Where anything fails, the form is sent as it is. */
function offerWhatIf(form: HTMLFormElement): void {
  const { whatIf: source, worker: program, words: wordsText, some: someText } = form.dataset;
  const said = document.querySelector('#what-if-said');
  const shown = document.querySelector<HTMLElement>('#what-if-result');
  if (source === undefined || program === undefined || wordsText === undefined || someText === undefined || said === null || shown === null) return;
  const words: unknown = JSON.parse(wordsText);
  const word = (name: string): string => (typeof words === 'object' && words !== null ? String(Reflect.get(words, name)) : '');
  const some: unknown = JSON.parse(someText);

  let whole: Promise<FrozenInput> | undefined;
  let worker: Worker | undefined;
  let waiting: PromiseWithResolvers<AssessmentResult[] | null> | undefined;

  const load = async (): Promise<FrozenInput> => {
    const body: unknown = await (await fetch(source)).json();
    if (!isFrozenInput(body)) throw new TypeError('not a cycle');
    return body;
  };
  const start = (): Worker => {
    const made = new Worker(program, { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isAnswer(data)) waiting?.resolve(data.results);
      else waiting?.reject(new TypeError('no answer'));
      waiting = undefined;
    });
    made.addEventListener('error', () => waiting?.reject(new Error('no worker')));
    return made;
  };
  const compute = (input: FrozenInput): Promise<AssessmentResult[] | null> => {
    // A newer question takes the place of the one under way; a worker at rest is asked again.
    if (waiting !== undefined) worker?.terminate();
    if (waiting !== undefined || worker === undefined) worker = start();
    waiting = Promise.withResolvers();
    worker.postMessage(input, {});
    return waiting.promise;
  };
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
