import { home as en } from '#lang/en/home.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { home as pl } from '#lang/pl/home.ts';
import { tidy } from '#lang/typography.ts';
import type { PeriodFilter } from '#register/index.ts';
import type { KeyFigure } from '#ui/facts.tsx';
import { addressOf } from '#web/paths.ts';
import { listAddress } from '../organisations/query.ts';
import { periodsIn, strictest, type HomeView } from './read.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

type FigureName = 'headline' | 'all' | 'international' | 'city' | 'active' | 'council' | 'acts' | 'effects' | 'fees' | 'functions';
/** A number, out of how many where that matters, and where it can be counted again. */
export type Figure = { name: FigureName; value: number; of?: number; address: string; filter?: PeriodFilter };

export const officesId = (lang: Lang): string => (lang === 'pl' ? 'funkcje' : 'offices');

/** The key figures, the headline first. */
export function figuresOf(view: HomeView, lang: Lang): Figure[] {
  const ofPeriods = (name: FigureName, filter: PeriodFilter): Figure => ({ name, value: periodsIn(view, filter), filter, address: listAddress(lang, filter) });
  return [
    ofPeriods('headline', strictest),
    ofPeriods('all', {}),
    ofPeriods('international', { scope: 'international' }),
    ofPeriods('city', { holder: 'city' }),
    ofPeriods('active', { status: 'active' }),
    ofPeriods('council', { decided: 'council' }),
    { name: 'acts', value: view.acts.ofCouncil, of: view.acts.ofCity, address: `${addressOf('acts', lang)}?level=city` },
    { name: 'effects', value: view.effects.counting, of: view.effects.recorded, address: addressOf('whyBelong', lang) },
    { name: 'fees', value: view.fees.known, of: view.fees.of, address: addressOf('costs', lang) },
    { name: 'functions', value: view.offices.length, address: `${addressOf('home', lang)}#${officesId(lang)}` },
  ];
}

export const captionOf = ({ name, value }: Figure, lang: Lang): string => tidy(textsFor(lang).figures[name](value), lang);

export const keyFigure = (figure: Figure, lang: Lang): KeyFigure => ({
  value: numberInWords(figure.value, lang),
  caption: captionOf(figure, lang),
  href: figure.address,
  ...(figure.of === undefined ? {} : { of: textsFor(lang).figures.of(figure.of) }),
});
