import { wordsFor } from '#lang/words.ts';
import { defineKind } from '#publishing/kind.ts';
import { daysOf, inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { decisionShape, type Decision } from './decision.ts';

export const decisionKind = defineKind<Decision>({
  name: 'decision',
  plural: 'decisions',
  schema: decisionShape,
  schemaVersion: 1,
  title: (body, lang, titleOf) => {
    const words = wordsFor(lang);
    const year = daysOf(body.date).begins?.slice(0, 4);
    return [titleOf('membership', body.membership), [`${words.inTitles.decision}: ${words.course[body.course]}`, year === undefined ? '' : `(${year})`].join(' ').trim()]
      .filter((part) => part !== undefined)
      .join(', ');
  },
  searchText: (body, lang) => [inLang(body.reason, lang), body.followUp ? inLang(body.followUp, lang) : ''].join('\n'),
  addressOf: (slug, _body, lang) => `${addressOf('assessment', lang)}#${slug}`,
  references: (body) => [
    { kind: 'membership', slug: body.membership, field: 'membership' },
    ...(body.assessment === undefined ? [] : [{ kind: 'assessment', slug: body.assessment, field: 'assessment' }]),
    ...(body.act === undefined ? [] : [{ kind: 'act', slug: body.act, field: 'act' }]),
  ],
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('decisions').where('id', '=', id).execute();
    await tx
      .insertInto('decisions')
      .values({ id, membershipId: resolve('membership', body.membership), decided: daysOf(body.date).begins, body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('decisions').where('id', '=', id).execute();
  },
});
