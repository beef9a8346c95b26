import { amountCurrencies, currencySigns, languageWords, numberWords, quotaPhrases, usedLanguage } from '#lang/call-words.ts';
import type { Offer } from '../calls/offer.ts';

/** Words by which a mail hints at the type of an offer. */
export const typeSigns: readonly (readonly [Offer['type'], RegExp])[] = [
  ['call', /(?<!\p{L})(?:open call|call for|invitation to apply|nab[oó]r(?:u|em|ze)?|zaproszenie do (?:składania|udziału)|konkurs(?:u|em|ie)? (?:otwarty|na))(?!\p{L})/iu],
  ['award', /(?<!\p{L})(?:awards?|prizes?|nagrod\p{L}+|wyróżnieni\p{L}+)(?!\p{L})/iu],
  ['event', /(?<!\p{L})(?:conference|congress|general assembly|hansetag\p{L}*|festival|konferencj\p{L}+|kongres\p{L}*|zjazd\p{L}*|festiwal\p{L}*)(?!\p{L})/iu],
  ['training', /(?<!\p{L})(?:training|workshop\p{L}*|webinar\p{L}*|course|szkoleni\p{L}+|warsztat\p{L}*|kurs\p{L}*)(?!\p{L})/iu],
  ['exchange', /(?<!\p{L})(?:exchange|residenc(?:y|ies)|study visit|wymian\p{L}+|rezydencj\p{L}+|wizyt\p{L}+ studyjn\p{L}+|staż\p{L}*)(?!\p{L})/iu],
  ['programme', /(?<!\p{L})(?:programme|grants? scheme|program(?:u|em|ie)?)(?!\p{L})/iu],
];

export const audienceSigns: readonly (readonly [Offer['audiences'][number], RegExp])[] = [
  ['artists', /(?<!\p{L})(?:artists?|performers?|artyst\p{L}+|artyści|twórc\p{L}+)(?!\p{L})/iu],
  ['writers', /(?<!\p{L})(?:writers?|authors?|translators?|poets?|pisarz\p{L}*|pisarek|tłumacz\p{L}*|poet\p{L}+)(?!\p{L})/iu],
  ['craftspeople', /(?<!\p{L})(?:craftspeople|artisans?|rzemieślni\p{L}+)(?!\p{L})/iu],
  ['young-people', /(?<!\p{L})(?:young (?:people|artists?|professionals?)|youth|młodzież\p{L}*|młod(?:ych|zi|ym))(?!\p{L})/iu],
  ['older-people', /(?<!\p{L})(?:older (?:people|adults)|seniors?|senior(?:zy|ów|om))(?!\p{L})/iu],
  ['schools', /(?<!\p{L})(?:schools?|teachers?|pupils|szk(?:oła|oły|ół|ołom)|nauczyciel\p{L}*|uczni\p{L}+)(?!\p{L})/iu],
  ['research', /(?<!\p{L})(?:universit(?:y|ies)|researchers?|academics?|scholars?|uczelni\p{L}*|naukow\p{L}+|badacz\p{L}*)(?!\p{L})/iu],
  [
    'culture',
    /(?<!\p{L})(?:museums?|librar(?:y|ies)|theatres?|cultural (?:institutions?|organisations?)|muze(?:um|a|ów|om)|bibliotek\p{L}*|teatr\p{L}*|instytucj\p{L}+ kultury)(?!\p{L})/iu,
  ],
  ['heritage', /(?<!\p{L})(?:heritage (?:managers?|professionals?|sites?)|conservators?|konserwator\p{L}*|opiekun\p{L}+ zabytków)(?!\p{L})/iu],
  ['ngos', /(?<!\p{L})(?:NGOs?|non-governmental|civil society|organizacj\p{L}+ pozarządow\p{L}+|fundacj\p{L}+|stowarzysze\p{L}+)(?!\p{L})/iu],
  ['businesses', /(?<!\p{L})(?:compan(?:y|ies)|businesses|enterprises?|SMEs?|start-?ups?|firm[yaom]*|przedsiębior\p{L}+)(?!\p{L})/iu],
  ['residents', /(?<!\p{L})(?:residents?|citizens?|mieszka(?:niec|ńc\p{L}+|nk\p{L}+))(?!\p{L})/iu],
  ['city', /(?<!\p{L})(?:member cities|member towns|municipalit(?:y|ies)|local authorities|miast\p{L} członkowsk\p{L}+|samorząd\p{L}*|gmin\p{L}*)(?!\p{L})/iu],
];

/** A language is one of the offer's where it is said to be used, not where somebody is of that country. */
export const languageSigns: readonly (readonly [string, RegExp])[] = languageWords.map(([code, names]) => [code, new RegExp(usedLanguage(names), 'iu')]);

export const quotaSigns: readonly RegExp[] = quotaPhrases.map((phrase) => new RegExp(phrase, 'giu'));

export const countOf = (text: string): number | null => numberWords[text.toLowerCase()] ?? (/^[1-9]\d?$/.test(text) ? Number(text) : null);

/** Whether the city stands between. What only hints at it is asked. */
export const intermediarySigns: readonly { value: 'yes' | 'no'; isHint: boolean; says: RegExp }[] = [
  {
    value: 'yes',
    isHint: false,
    says: /no direct (?:entr(?:y|ies)|applications?|submissions?)|(?:direct|individual) (?:entr(?:y|ies)|applications?|submissions?) (?:are|is|will|can)\s?(?:not|be not)|(?:cannot|can not|may not|not possible to) (?:apply|enter|submit|be submitted) (?:directly|individually)|(?:only|exclusively) (?:through|via|by) (?:the|their|your|a|its) (?:member )?(?:city|town|municipality)|za pośrednictwem (?:urzędu|miasta|gminy|samorządu)|(?:wyłącznie|tylko) przez (?:urząd|miasto|gminę)|zgłosze\p{L}+ (?:bezpośredni\p{L}+|indywidualn\p{L}+) nie|nie można zgł\p{L}+ się (?:bezpośrednio|samodzielnie|indywidualnie)/giu,
  },
  {
    value: 'yes',
    isHint: true,
    says: /(?:nominated|selected|chosen|proposed|submitted) by (?:the|their|each|every|its|a) (?:member )?(?:city|town|municipality|cities)|sign(?:ed|ature) (?:by|of) (?:the|your|its|their)?\s?(?:city )?mayor|mayor[’']s signature|podpis\p{L}* (?:przez )?(?:prezydent\p{L}+|burmistrz\p{L}+|wójt\p{L}+)|miasto (?:wybiera|wskazuje|zgłasza)/giu,
  },
  {
    value: 'no',
    isHint: true,
    says: /apply directly|directly (?:to|on|via|through) (?:the|our)|open to (?:all|everyone|anyone)|bezpośrednio (?:do|u|na)|może (?:zgłosić się|wziąć udział) każdy/giu,
  },
];

export const standingSigns =
  /in good standing|(?:membership )?fees? (?:are|is|must be|has been|have been|is fully|are fully)?\s?(?:fully )?paid|paid (?:their|its|the|all) (?:annual |membership )?fees?|opłacon\p{L}+ (?:roczn\p{L}+ )?składk\p{L}+|składk\p{L}+ (?:jest|są|została) opłacon\p{L}+|nie zaleg\p{L}+/giu;

const amount = String.raw`(?<amount>\d{1,3}(?:[ .,]\d{3}){1,3}(?:[.,]\d{2})?|\d{1,9}(?:[.,]\d{1,2})?)(?:\s?(?<scale>tys\.?|thousand|k(?!\p{L})|mln|million))?`;
export const moneySigns: readonly RegExp[] = [
  new RegExp(String.raw`(?<![\p{L}\d.,])${amountCurrencies}\s?${amount}(?![\d])`, 'giu'),
  new RegExp(String.raw`(?<![\d.,])${amount}\s?${amountCurrencies}(?!\p{L})`, 'giu'),
];
/** What a mail asks for is no money that the offer gives. */
export const asksMoney = /(?:fees?|costs?|price|charge|participation|opłat\p{L}*|wpisow\p{L}+|koszt\p{L}*|składk\p{L}*|cena)(?!\p{L})[^.!?\n]{0,60}$/iu;
export const givesMoney =
  /(?:prizes?|awards?|grants?|funding|up to|support|stipend|scholarship|budget|nagrod\p{L}*|dofinansowani\p{L}*|stypendi\p{L}*|do kwoty|do wysokości|budżet\p{L}*|wsparci\p{L}*)(?!\p{L})[^.!?\n]{0,60}$/iu;

export const currencyOf = (text: string): string => currencySigns[text.toLowerCase()] ?? text.toUpperCase();

/** `5.000,00`, `5,000.00`, `5 000` and `5.000` are all five thousand: three digits behind a sign are thousands in every one of these languages. */
export function decimalOf(text: string, scale: string | undefined): string | null {
  const whole = /^(\d{1,3}(?:[ .,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (whole === null) return null;
  const times = scale === undefined ? 1 : /^(?:mln|million)$/i.test(scale) ? 1_000_000 : 1000;
  const cents = Number((whole[1] ?? '').replace(/\D/g, '')) * 100 + Number((whole[2] ?? '').padEnd(2, '0'));
  const all = cents * times;
  if (!Number.isSafeInteger(all) || all <= 0) return null;
  return all % 100 === 0 ? String(all / 100) : (all / 100).toFixed(2);
}
