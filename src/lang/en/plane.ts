import type { Same } from '../lang.ts';
import { plural } from '../numbers.ts';
import type { plane as pl } from '../pl/plane.ts';

export const plane: Same<typeof pl> = {
  title: 'Benefits against costs and duties',
  benefits: '↑ benefits',
  asks: 'costs and duties →',
  low: 'low',
  middle: 'middling',
  high: 'high',
  clear: 'threshold: use more',
  just: 'threshold: keep',
  key: {
    keepAndUseMore: 'keep and use more',
    keep: 'keep',
    reviveOrJustify: 'revive or justify',
    examine: 'examine whether it makes sense',
    uncertain: 'uncertain result',
    clear: 'threshold of “use more”, set by the office',
    just: 'threshold of “keep”, set by the office',
  },
  part: (top) => `The full scale goes to 100; the drawing shows it up to ${top}.`,
  finding: (n, most, cheapest) =>
    `${plural(n, 'en', { one: '1 membership', other: `${n} memberships` })} in the drawing. Most benefits: ${most}; least costs and duties: ${cheapest}.`,
  nothing: 'There is not enough data to draw any membership.',
  caption: 'Benefits and costs of each membership, with the range of 90 of 100 draws',
  columns: { number: 'No.', membership: 'Membership', benefits: 'Benefits (from–to)', asks: 'Costs and duties (from–to)', indication: 'Indication' },
  range: (mean, low, high) => (low === high ? `${mean}` : `${mean} (${low}–${high})`),
  tooLittle: 'too little data',
};
