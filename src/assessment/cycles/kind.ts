import { defineKind } from '#publishing/kind.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { assessmentShape, type Assessment } from './cycle.ts';

/** A cycle as published. It names records by slug as they were when it was closed, and refers to none: they may change, be renamed or withdrawn. */
export const assessmentKind = defineKind<Assessment>({
  name: 'assessment',
  plural: 'assessments',
  schema: assessmentShape,
  schemaVersion: 1,
  frozen: true,
  title: (body, lang) => `${wordsFor(lang).inTitles.assessment} ${body.year}`,
  searchText: (body, lang) => (body.summary ? inLang(body.summary, lang) : ''),
  addressOf: (slug, _body, lang) => addressOf('assessmentCycle', lang, { slug }),
  references: () => [],
  async project(tx, id, body, shown) {
    await tx.deleteFrom('assessments').where('id', '=', id).execute();
    await tx
      .insertInto('assessments')
      .values({ id, year: body.year, body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('assessments').where('id', '=', id).execute();
  },
});
