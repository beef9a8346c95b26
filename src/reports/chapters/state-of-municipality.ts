import { dateInWords } from '#lang/dates.ts';
import type { Gathered } from '../gathered.ts';
import type { Chapter } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';
import { eventsTable, projectsTable } from './activities.ts';
import { sumsTable } from './costs.ts';
import { areasTable } from './effects.ts';
import { keyFigures, withStatus } from './key-figures.ts';
import { changesIn } from './memberships.ts';

/** The chapter for the yearly report on the state of the municipality (raport o stanie gminy, act of 8 March 1990 on municipal self-government, art. 28aa). */
export function stateOfMunicipality(gathered: Gathered, write: Writing): Chapter {
  const { lang, year, on, fees } = gathered;
  const texts = textsFor(lang);
  const { chapter, memberships, activities } = texts;
  const active = withStatus(gathered, 'active');
  const lead = chapter.lead({
    year,
    day: dateInWords(on, lang),
    active: active.length,
    council: active.filter(({ body }) => body.decidedBy === 'council').length,
    known: fees.known,
    of: fees.of,
  });
  return {
    title: chapter.title,
    newPage: true,
    blocks: [
      write.paragraph(lead),
      write.subheading(chapter.numbers),
      keyFigures(gathered, write),
      write.subheading(chapter.changes(year)),
      changesIn(gathered, write) ?? write.paragraph(memberships.noChanges(year)),
      write.subheading(chapter.costs),
      write.paragraph(texts.costs.lead(fees.known, fees.of)),
      ...[sumsTable(gathered, write)].flatMap((sums) => sums ?? []),
      write.subheading(activities.title),
      eventsTable(gathered, write) ?? write.paragraph(activities.noEvents(year)),
      projectsTable(gathered, write) ?? write.paragraph(activities.noProjects(year)),
      write.subheading(chapter.results),
      write.paragraph(texts.effects.intro),
      areasTable(gathered, write),
      write.paragraph(chapter.more),
    ],
  };
}
