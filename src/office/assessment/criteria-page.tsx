import { holds } from '#accounts/index.ts';
import { latestCriteria, shippedCriteria, type Criterion } from '#assessment/index.ts';
import { inLang } from '#register/index.ts';
import { Table } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { inWords, ofHundred } from './numbers.ts';
import { ValuePicture } from './picture.tsx';
import { listCriteriaVersions } from './store.ts';
import { clockWords } from '../records/drafts/saved-words.ts';
import { textsFor } from './texts.ts';

/** The criteria in force, each with its value function. */
export async function criteriaSheet(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang, desk } = asked;
  const { set, versions } = await desk.db.read(async (reader) => ({ set: (await latestCriteria(reader)) ?? shippedCriteria, versions: await listCriteriaVersions(reader) }));
  const texts = textsFor(lang);
  const words = texts.criteria;
  const mayChange = holds(asked.person, 'assessor');
  return {
    title: words.title,
    rail: 'assessment',
    crumbs: [
      { text: texts.title, href: '/office/assessment' },
      { text: words.title, href: '/office/assessment/criteria' },
    ],
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{words.title}</h1>
          {mayChange && (
            <a class="govuk-button" href="/office/assessment/criteria/new">
              {words.add}
            </a>
          )}
        </div>
        <p>{words.lead}</p>
        {(['benefits', 'asks'] as const).map((index) => (
          <section class="kg-panel" aria-labelledby={`criteria-${index}`}>
            <div class="kg-panel__head">
              <h2 id={`criteria-${index}`}>{texts.sheet.sections[index]}</h2>
              <p>{words.version(set.version)}</p>
            </div>
            <Table
              lang={lang}
              id={`criteria-table-${index}`}
              caption={`${words.title}: ${texts.sheet.sections[index]}`}
              rows={set.criteria.filter((one) => one.index === index)}
              columns={[
                { head: words.heads.code, cell: (one: Criterion) => one.code },
                {
                  head: words.heads.name,
                  cell: (one: Criterion) => (
                    <>
                      <b>{inLang(one.name, lang)}</b>
                      <span class="kg-nat">{inLang(one.question, lang)}</span>
                    </>
                  ),
                },
                { head: words.heads.unit, cell: (one: Criterion) => inLang(one.unit, lang) },
                {
                  head: words.heads.scale,
                  cell: (one: Criterion) => (
                    <span class="kg-assess__scale">
                      <ValuePicture corners={one.corners} lang={lang} small />
                      <span class="kg-nat">{one.corners.map(({ at, value }) => `${inWords(at, lang)} → ${inWords(ofHundred(value), lang)}`).join(', ')}</span>
                    </span>
                  ),
                },
                ...(mayChange
                  ? [
                      {
                        head: words.heads.act,
                        cell: (one: Criterion) => (
                          <a href={`/office/assessment/criteria/${one.code}`} aria-label={words.editFor(one.code)}>
                            {words.edit}
                          </a>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
          </section>
        ))}
        {versions.length === 0 ? (
          <p>{words.shipped}</p>
        ) : (
          <ul>
            {versions.map((one) => (
              <li>
                {words.version(one.version)}, {clockWords(asked, one.madeAt)}
                {one.name === null ? '' : `, ${one.name}`}
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  };
}
