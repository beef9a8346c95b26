import { boundsOf, edtf } from '#basics/edtf.ts';
import { langs } from '#lang/lang.ts';
import { defineKind } from '#publishing/kind.ts';
import { inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { passes } from './deadline.ts';
import { foldedOf } from './folded.ts';
import { offerShape, type Deadline, type Offer } from './offer.ts';

export const offerKind = defineKind<Offer>({
  name: 'offer',
  plural: 'offers',
  schema: offerShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.title, lang),
  searchText: (body, lang) =>
    [body.gives, body.eligibility, body.conditions, body.audienceNote, body.organiser, body.place?.name].flatMap((one) => (one ? [inLang(one, lang)] : [])).join('\n'),
  searchNames: (body) => langs.map((lang) => inLang(body.title, lang)),
  addressOf: (slug, _body, lang) => addressOf('offer', lang, { slug }),
  references: (body) => (body.organisation === undefined ? [] : [{ kind: 'organisation', slug: body.organisation, field: 'organisation' }]),
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('offers').where('id', '=', id).execute();
    await tx
      .insertInto('offers')
      .values({
        id,
        organisationId: body.organisation === undefined ? null : resolve('organisation', body.organisation),
        type: body.type,
        themes: body.themes,
        audiences: body.audiences,
        intermediary: body.intermediary.needed,
        opens: firstDay(body.opens),
        deadlineAt: lastInstant(body.deadline),
        cityDeadlineAt: lastInstant(body.cityDeadline),
        begins: firstDay(body.begins),
        ends: body.ends === null ? null : boundsOf(edtf(body.ends)).to,
        folded: foldedOf(body),
        body: JSON.stringify(shown),
      })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('offers').where('id', '=', id).execute();
  },
});

const firstDay = (text: string | null): string | null => (text === null ? null : boundsOf(edtf(text)).from);
const lastInstant = (deadline: Deadline | null): Date | null => (deadline === null ? null : new Date(passes(deadline).latest));
