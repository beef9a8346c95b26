import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { inLang } from '../rows.ts';
import { objectiveShape, type Objective } from './objective.ts';

export const objectiveKind = defineKind<Objective>({
  name: 'objective',
  plural: 'objectives',
  schema: objectiveShape,
  schemaVersion: 1,
  title: (body, lang) => `${body.code}. ${inLang(body.title, lang)}`,
  searchText: () => '',
  searchNames: (body) => [body.code],
  addressOf: (slug, _body, lang) => addressOf('history', lang, { kind: 'objectives', slug }),
  references: (body) => (body.parent === undefined ? [] : [{ kind: 'objective', slug: body.parent, field: 'parent' }]),
  async project(tx, id, body, shown) {
    await tx.deleteFrom('objectives').where('id', '=', id).execute();
    await tx
      .insertInto('objectives')
      .values({ id, framework: body.framework, code: body.code, body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('objectives').where('id', '=', id).execute();
  },
});
