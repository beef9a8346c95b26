import type { Same } from '#lang/lang.ts';
import { numberInWords, plural } from '#lang/numbers.ts';
import type { history as pl } from '#lang/pl/history.ts';

export const history: Same<typeof pl> = {
  ids: { revisions: 'revisions', table: 'list-of-revisions', differenceTable: 'list-of-differences', changes: 'what-changed', content: 'fields', differences: 'differences', reasons: 'reasons', same: 'unchanged', members: 'members' },
  title: 'History of the record',
  titleOf: (title) => `History of the record: ${title}`,
  withdrawn: 'The record has been withdrawn',
  withdrawnMeans: 'There is no current version any more. Every revision that was ever published can still be read below.',
  seeCurrent: 'See the current page',
  revisions: 'Which revisions were published?',
  revisionCount: (count) => `${numberInWords(count, 'en')} ${plural(count, 'en', { one: 'revision', other: 'revisions' })}${count > 1 ? ', newest first' : ''}.`,
  table: 'Revisions of the record',
  columns: { revision: 'Revision', published: 'Published', author: 'Author', publisher: 'Publishing person', compare: 'Comparison' },
  publishedBy: 'Published by',
  revision: (number) => `Revision ${number}`,
  current: 'current',
  compareWith: (number) => `with revision ${number}`,
  compareLabel: (later, earlier) => `Compare revision ${later} with revision ${earlier}`,
  firstRevision: 'first revision',
  changes: 'What changed, and why?',

  revisionOf: (number, title) => `Revision ${number}: ${title}`,
  isCurrent: 'Current version',
  isCurrentMeans: (number, date) => `This is revision ${number}, published on ${date}. There is none newer.`,
  seePage: 'See the page',
  seeAll: 'See all revisions',
  content: 'What does this revision say?',
  contentIntro: 'Every public field as it was published at the time.',

  comparison: (from, to) => `Revisions ${from} and ${to} compared`,
  comparisonOf: (from, to, title) => `Revisions ${from} and ${to} compared: ${title}`,
  differences: 'What differs?',
  differenceCount: (count) => `${numberInWords(count, 'en')} ${plural(count, 'en', { one: 'difference', other: 'differences' })}.`,
  noDifferences: 'The public fields of both revisions are the same.',
  differenceTable: 'Differences between the revisions',
  differenceColumns: { field: 'Field', what: 'Change' },
  kinds: { added: 'added', removed: 'removed', changed: 'changed' },
  absent: 'nothing',
  unknown: 'not known',
  item: (place) => `item ${place}`,
  reasons: 'When, and why?',
  same: 'What is the same?',
  sameFields: (count) => `${numberInWords(count, 'en')} ${plural(count, 'en', { one: 'field', other: 'fields' })} unchanged`,

  members: 'Members of the network',
  memberCount: (count) => `${numberInWords(count, 'en')} ${plural(count, 'en', { one: 'member', other: 'members' })}`,
};
