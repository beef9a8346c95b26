import { fold } from '#basics/fold.ts';
import type { Tx } from '#db/handles.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { daysOf, inLang, leading } from '../rows.ts';
import { actShape, type Act } from './act.ts';

export const actKind = defineKind<Act>({
  name: 'act',
  plural: 'acts',
  schema: actShape,
  schemaVersion: 1,
  title: (body, lang) => [body.number.map((claim) => claim.value).join(' / '), inLang(body.title, lang)].filter((part) => part !== '').join(', '),
  searchText: (body, lang) => [body.citation ?? '', ...body.provisions.map((one) => inLang(one.says, lang)), ...body.remarks.map((remark) => inLang(remark.text, lang))].join('\n'),
  searchNames: (body) => body.number.map((claim) => claim.value),
  addressOf: (slug, _body, lang) => addressOf('act', lang, { slug }),
  references: (body) => body.memberships.map((one, index) => ({ kind: 'membership', slug: one.membership, field: `memberships.${index}.membership` })),
  async project(tx, id, body, shown, resolve) {
    await removeRows(tx, id);
    await tx
      .insertInto('acts')
      .values({
        id,
        type: body.type,
        level: body.level,
        decided: daysOf(leading(body.date)).begins,
        folded: fold(`${wordsOf(body, 'pl')} ${wordsOf(body, 'en')}`),
        body: JSON.stringify(shown),
      })
      .execute();
    if (body.memberships.length > 0)
      await tx
        .insertInto('actMemberships')
        .values(body.memberships.map((one) => ({ actId: id, membershipId: resolve('membership', one.membership), did: one.did })))
        .execute();
  },
  retract: removeRows,
});

const wordsOf = (body: Act, lang: 'pl' | 'en'): string =>
  [...body.number.map((claim) => claim.value), inLang(body.title, lang), body.citation ?? '', ...body.provisions.map((one) => inLang(one.says, lang))].join(' ');

async function removeRows(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('actMemberships').where('actId', '=', id).execute();
  await tx.deleteFrom('acts').where('id', '=', id).execute();
}
