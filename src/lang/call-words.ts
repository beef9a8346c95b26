/** Words by which calls in Polish and English are read: months, numbers, languages, currencies, and how a limit for each city is said. */
/** The twelve months in their order, each as it is written in running text. */
export const monthWords: readonly (readonly string[])[] = [
  ['january', 'jan', 'styczeń', 'stycznia', 'styczniu', 'stycz'],
  ['february', 'feb', 'luty', 'lutego', 'lutym'],
  ['march', 'mar', 'marzec', 'marca', 'marcu'],
  ['april', 'apr', 'kwiecień', 'kwietnia', 'kwietniu', 'kwi'],
  ['may', 'maj', 'maja', 'maju'],
  ['june', 'jun', 'czerwiec', 'czerwca', 'czerwcu', 'cze'],
  ['july', 'jul', 'lipiec', 'lipca', 'lipcu', 'lip'],
  ['august', 'aug', 'sierpień', 'sierpnia', 'sierpniu', 'sie'],
  ['september', 'sept', 'sep', 'wrzesień', 'września', 'wrześniu', 'wrz'],
  ['october', 'oct', 'październik', 'października', 'październiku', 'paź'],
  ['november', 'nov', 'listopad', 'listopada', 'listopadzie', 'lis'],
  ['december', 'dec', 'grudzień', 'grudnia', 'grudniu', 'gru'],
];

export const languageWords: readonly (readonly [string, string])[] = [
  ['en', 'english|angielsk(?:u|im|iego|i)'],
  ['pl', 'polish|polsk(?:u|im|iego|i)'],
  ['de', 'german|niemieck(?:u|im|iego|i)'],
  ['fr', 'french|francusk(?:u|im|iego|i)'],
  ['es', 'spanish|hiszpańsk(?:u|im|iego|i)'],
  ['it', 'italian|włosk(?:u|im|iego|i)'],
  ['uk', 'ukrainian|ukraińsk(?:u|im|iego|i)'],
  ['cs', 'czech|czesk(?:u|im|iego|i)'],
];

const count = String.raw`(?<count>only one|just one|a single|one|two|three|four|five|\d{1,2}|jedno|jedną|jeden|jednego|jedna|dwa|dwie|dwoje|trzy|cztery|pięć)`;
const thing = String.raw`(?:entry|entries|applications?|nominations?|nominees?|artists?|candidates?|candidatures?|projects?|proposals?|works?|persons?|participants?|delegates?|zgłosze\p{L}+|kandydat\p{L}*|kandydatur\p{L}+|artyst\p{L}+|projekt\p{L}*|prac\p{L}|os[oó]b\p{L}*|uczestni\p{L}+)`;
const city = String.raw`(?:cit(?:y|ies)|towns?|municipalit(?:y|ies)|miast\p{L}*|gmin\p{L}*)`;
const between = String.raw`(?:\p{L}+\s){0,2}`;

/** "One entry from each city", and "each city may send one entry", as patterns. */
export const quotaPhrases: readonly string[] = [
  String.raw`(?<!\p{L})${count}\s${between}${thing}\s(?:(?:per|from|for|by|of)\s)?(?:each|every|per|from|z każdego|z jednego|na jedno|na|od każdego|od|z)\s${between}${city}(?!\p{L})`,
  String.raw`(?<!\p{L})(?:each|every|każde|każda)\s${between}${city}\s(?:\p{L}+\s){1,3}?(?:(?:up to|only|at most|no more than|najwyżej|tylko|do)\s)?${count}\s${between}${thing}(?!\p{L})`,
];

/** That a language is used, not only named: "in English or German", "po polsku", as a pattern. */
export const usedLanguage = (names: string): string =>
  String.raw`(?<!\p{L})(?:(?:in|either|written in|completed in)\s(?:\p{L}+\s?(?:,|or|and|/)\s?){0,3}(?:${names})|(?:po|w języku|w językach|językiem|języku)\s(?:\p{L}+\s?(?:,|lub|albo|i)\s?){0,3}(?:${names})|(?:${names}) (?:language|version))(?!\p{L})`;

export const numberWords: Readonly<Record<string, number>> = {
  one: 1,
  'only one': 1,
  'just one': 1,
  'a single': 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  jedno: 1,
  jedną: 1,
  jeden: 1,
  jednego: 1,
  jedna: 1,
  dwa: 2,
  dwie: 2,
  dwoje: 2,
  trzy: 3,
  cztery: 4,
  pięć: 5,
};

export const amountCurrencies = String.raw`(?<currency>EUR|€|euros?|PLN|zł(?:otych|ote|oty)?|USD|US\$|\$|GBP|£|CHF|SEK|NOK|DKK|CZK)`;

export const currencySigns: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  zł: 'PLN',
  złotych: 'PLN',
  złote: 'PLN',
  złoty: 'PLN',
  $: 'USD',
  us$: 'USD',
  '£': 'GBP',
};
