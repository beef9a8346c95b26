import { fold } from '#basics/fold.ts';
import type { Tx } from '#db/handles.ts';
import { wordsFor } from '#lang/words.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { daysOf, inLang, leading } from '../rows.ts';
import { statusSpans } from './membership-status.ts';
import { membershipShape, type Membership } from './membership.ts';

export const membershipKind = defineKind<Membership>({
  name: 'membership',
  plural: 'memberships',
  schema: membershipShape,
  schemaVersion: 1,
  title: (body, lang, titleOf) => {
    const period = body.period > 1 ? ` (${body.period})` : '';
    const organisation = titleOf('organisation', body.organisation);
    const word = wordsFor(lang).inTitles.membership;
    return organisation === undefined ? `${word}${period}` : `${organisation}: ${word}${period}`;
  },
  searchText: (body, lang) => [inLang(body.holder.name, lang), ...body.remarks.map((remark) => inLang(remark.text, lang))].join('\n'),
  addressOf: (_slug, body, lang) => `${addressOf('organisation', lang, { slug: body.organisation })}#${lang === 'pl' ? 'czlonkostwo' : 'membership'}-${body.period}`,
  references: (body) => [
    { kind: 'organisation', slug: body.organisation, field: 'organisation' },
    ...(body.unit === undefined ? [] : [{ kind: 'unit', slug: body.unit, field: 'unit' }]),
    ...body.objectives.map((one, index) => ({ kind: 'objective', slug: one.objective, field: `objectives.${index}.objective` })),
    ...body.steps.flatMap((step, index) => (step.act === undefined ? [] : [{ kind: 'act', slug: step.act, field: `steps.${index}.act` }])),
  ],
  async project(tx, id, body, shown, resolve) {
    await removeRows(tx, id);
    await tx
      .insertInto('memberships')
      .values({
        id,
        organisationId: resolve('organisation', body.organisation),
        period: body.period,
        holder: body.holder.kind,
        decidedBy: body.decidedBy,
        character: body.character,
        unitId: body.unit === undefined ? null : resolve('unit', body.unit),
        begins: daysOf(leading(body.belonging)).begins,
        folded: fold([body.holder.name.pl, body.holder.name.en ?? '', ...body.steps.map((step) => step.act ?? '')].join(' ')),
        body: JSON.stringify(shown),
      })
      .execute();
    const spans = statusSpans(body);
    await tx
      .insertInto('membershipStatuses')
      .values(spans.map((span, position) => ({ membershipId: id, position, fromDay: span.from, toDay: spans[position + 1]?.from ?? null, status: span.status })))
      .execute();
  },
  retract: removeRows,
});

async function removeRows(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('membershipStatuses').where('membershipId', '=', id).execute();
  await tx.deleteFrom('memberships').where('id', '=', id).execute();
}
