import { langs } from '#lang/lang.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { inLang } from '../rows.ts';
import { unitShape, type Unit } from './unit.ts';

export const unitKind = defineKind<Unit>({
  name: 'unit',
  plural: 'units',
  schema: unitShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.name, lang),
  searchText: () => '',
  searchNames: (body) => langs.map((lang) => inLang(body.name, lang)),
  addressOf: (slug, _body, lang) => `${addressOf('organisations', lang)}?unit=${slug}`,
  references: () => [],
  async project(tx, id, body, shown) {
    await tx.deleteFrom('units').where('id', '=', id).execute();
    await tx
      .insertInto('units')
      .values({ id, namePl: body.name.pl, nameEn: inLang(body.name, 'en'), body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('units').where('id', '=', id).execute();
  },
});
