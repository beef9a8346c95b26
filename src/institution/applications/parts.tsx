import type { Lang } from '#lang/lang.ts';
import type { ApplicationState } from '#offers/index.ts';
import { Tag, type Tone } from '#ui/marks.tsx';
import { textsFor } from './texts.ts';

const tones: Record<ApplicationState, Tone> = {
  interest: 'plain',
  draft: 'plain',
  sent: 'brand',
  'to-amend': 'warn',
  checked: 'brand',
  chosen: 'good',
  'not-chosen': 'plain',
  endorsed: 'good',
  'passed-on': 'brand',
  won: 'good',
  lost: 'plain',
  withdrawn: 'plain',
};

export const StateTag = ({ state, lang }: { state: ApplicationState; lang: Lang }) => <Tag tone={tones[state]}>{textsFor(lang).states[state]}</Tag>;
