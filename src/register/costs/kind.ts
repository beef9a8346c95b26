import { wordsFor } from '#lang/words.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { inLang } from '../rows.ts';
import { askShape, type Ask } from './ask.ts';

export const askKind = defineKind<Ask>({
  name: 'ask',
  plural: 'asks',
  schema: askShape,
  schemaVersion: 1,
  title: (body, lang, titleOf) => {
    const what = wordsFor(lang).inTitles[body.type === 'fee' ? 'fee' : 'cost'];
    const year = body.year === null ? '' : ` ${body.year}`;
    return [titleOf('membership', body.membership), `${what}${year}`].filter((part) => part !== undefined).join(', ');
  },
  searchText: (body, lang) => [`${body.amount ?? ''} ${body.currency ?? ''}`.trim(), body.note ? inLang(body.note, lang) : ''].join('\n'),
  addressOf: (_slug, _body, lang) => addressOf('costs', lang),
  references: (body) => [{ kind: 'membership', slug: body.membership, field: 'membership' }, ...(body.act === undefined ? [] : [{ kind: 'act', slug: body.act, field: 'act' }])],
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('asks').where('id', '=', id).execute();
    await tx
      .insertInto('asks')
      .values({
        id,
        membershipId: resolve('membership', body.membership),
        type: body.type,
        year: body.year,
        amount: body.amount,
        currency: body.currency,
        body: JSON.stringify(shown),
      })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('asks').where('id', '=', id).execute();
  },
});
