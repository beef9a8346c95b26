import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { areas as allAreas, findArticle, inLang, listEffects, type Article, type Kept, type StandingEffect } from '#register/index.ts';
import { Markdown } from '#ui/markdown.tsx';
import { Areas } from '#ui/figures/areas.tsx';
import { InLang, textIn } from '#ui/prose.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceRefs, SourceSection } from '#ui/sources.tsx';
import { tidy } from '#lang/typography.ts';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Asked, type CsvTable } from '../page.ts';
import { AreaOfBenefit } from './area.tsx';
import { areaGroups, effectsByArea, sumsOf } from './areas.ts';
import { effectAsData, effectCells, effectColumns } from './machine.ts';
import { Totals, findingOf } from './overview.tsx';
import { textsFor } from './texts.ts';

type View = { article: Kept<Article> | undefined; effects: StandingEffect[]; label: LabelFacts | undefined };

/** "Dlaczego warto": the city's own areas of benefit, each statement with its effect and source. */
export const whyBelongPage = publicPage<View>({
  name: 'whyBelong',
  section: 'whyBelong',

  async read({ reader }) {
    const [article, effects, label] = [await findArticle(reader, 'why-belong'), await listEffects(reader), await labelOfLatest(reader, ['article', 'effect', 'membership'])];
    return { article, effects, label };
  },

  show(view, { lang, today }) {
    const texts = textsFor(lang);
    const notes = sourceNotes();
    const title = view.article ? inLang(view.article.body.title, lang) : texts.title;
    return {
      title,
      description: texts.description,
      crumbs: [{ text: title, href: addressOf('whyBelong', lang) }],
      label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
      content: <Content view={view} lang={lang} today={today} notes={notes} />,
    };
  },

  json(view, { lang }) {
    const byArea = effectsByArea(view.effects).map(({ effects: _effects, ...area }) => ({ ...area, address: `${addressOf('whyBelong', lang)}#${area.area}` }));
    return {
      article: view.article?.body ?? null,
      sums: sumsOf(view.effects),
      areas: byArea,
      items: view.effects.map((effect) => effectAsData(effect, lang)),
      total: view.effects.length,
      page: 1,
      pageSize: view.effects.length,
      label: view.label ?? null,
    };
  },

  csv: (view, { lang }): CsvTable => ({
    name: 'effects',
    columns: effectColumns,
    rows: view.effects.map((effect) => effectCells.map(([, cell]) => cell(effect, lang))),
  }),
});

const Content = ({ view, lang, today, notes }: { view: View; lang: Asked['lang']; today: Asked['today']; notes: ReturnType<typeof sourceNotes> }) => {
  const texts = textsFor(lang);
  const { article, effects } = view;
  const areas = effectsByArea(effects);
  const refs = article ? notes.refs(article.body.sources, article.body.sourceIds) : [];
  const address = addressOf('whyBelong', lang);
  return (
    <>
      <PageTitle
        title={article ? <InLang text={article.body.title} lang={lang} /> : tidy(texts.title, lang)}
        lead={article?.body.lead && <InLang text={article.body.lead} lang={lang} />}
      />
      <Totals effects={effects} lang={lang} />
      <Section id={texts.overviewId} heading={tidy(texts.overview, lang)} intro={tidy(texts.overviewIntro, lang)} wide first>
        <p class="kg-finding">{findingOf(areas, lang)}</p>
        <Areas
          id="areas-figure"
          today={today}
          lang={lang}
          csvHref={`${address}.csv`}
          areas={allAreas.map((area) => ({ area, href: `#${area}` }))}
          effects={effects.map(({ slug, body, standing }) => ({
            area: body.area,
            date: body.date,
            measurable: body.measurable,
            standing,
            sameThing: body.sameThing,
            title: inLang(body.title, lang),
            titleLang: textIn(body.title, lang).lang,
            href: `#${slug}`,
          }))}
        />
        <p>
          {tidy(texts.assessment.lead, lang)} <a href={addressOf('assessment', lang)}>{tidy(texts.assessment.link, lang)}</a>
        </p>
      </Section>
      {article && (
        <Markdown
          text={article.body.body}
          lang={lang}
          opening={(prose) => (
            <Section id={texts.textId} heading={tidy(texts.textHeading, lang)}>
              {prose}
              <p class="kg-traits">
                {texts.textSource} <SourceRefs numbers={refs} lang={lang} />
              </p>
            </Section>
          )}
        />
      )}
      {areaGroups.map((group) => (
        <Section id={texts.groups[group.name].id} heading={tidy(texts.groups[group.name].heading, lang)} intro={tidy(texts.groups[group.name].intro, lang)} wide>
          {areas
            .filter(({ area }) => group.areas.some((one) => one === area))
            .map((area) => (
              <AreaOfBenefit area={area} all={effects} notes={notes} lang={lang} />
            ))}
        </Section>
      ))}
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};
