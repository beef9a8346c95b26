import { fold } from '#basics/fold.ts';
import { langs } from '#lang/lang.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { inLang, leading } from '../rows.ts';
import { organisationShape, type Organisation } from './organisation.ts';

export const organisationKind = defineKind<Organisation>({
  name: 'organisation',
  plural: 'organisations',
  schema: organisationShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.name, lang),
  searchText: (body, lang) => [inLang(body.summary, lang), inLang(body.description, lang)].join('\n'),
  searchNames: namesOf,
  addressOf: (slug, _body, lang) => addressOf('organisation', lang, { slug }),
  references: (body) => (body.network === undefined ? [] : [{ kind: 'network', slug: body.network, field: 'network' }]),
  async project(tx, id, body, shown, resolve) {
    await tx.deleteFrom('organisations').where('id', '=', id).execute();
    await tx
      .insertInto('organisations')
      .values({
        id,
        namePl: body.name.pl,
        nameEn: inLang(body.name, 'en'),
        kind: body.kind,
        scope: body.scope,
        themes: body.themes,
        seatCountry: leading(body.seat)?.country ?? null,
        networkId: body.network === undefined ? null : resolve('network', body.network),
        folded: fold(namesOf(body).join(' ')),
        body: JSON.stringify(shown),
      })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('organisations').where('id', '=', id).execute();
  },
});

/** Every name a reader might look for, in every language. */
function namesOf(body: Organisation): string[] {
  const texts = [body.name, body.shortName, ...body.formerNames, ...body.nameVariants.map((claim) => claim.value)];
  return [...texts.flatMap((text) => langs.map((lang) => inLang(text, lang))), body.acronym ?? '', body.nativeName?.name ?? ''];
}
