import type { Migration } from 'kysely/migration';
import * as records from './0001-records.ts';
import * as register from './0002-register.ts';
import * as search from './0003-search.ts';
import * as feedback from './0004-feedback.ts';
import * as searchVectors from './0005-search-vectors.ts';
import * as accounts from './0006-accounts.ts';
import * as office from './0007-office.ts';
import * as today from './0008-today.ts';
import * as mandates from './0009-mandates.ts';
import * as assessment from './0010-assessment.ts';
import * as imports from './0011-imports.ts';
import * as offers from './0012-offers.ts';
import * as reports from './0013-reports.ts';
import * as institutions from './0014-institutions.ts';
import * as applications from './0015-applications.ts';
import * as subscriptions from './0016-subscriptions.ts';
import * as intake from './0017-intake.ts';
import * as officeYear from './0018-office-year.ts';
import * as countingApplications from './0019-counting-applications.ts';
import * as offerNotices from './0020-offer-notices.ts';
import * as searchWords from './0021-search-words.ts';
import * as searchWordsByAge from './0022-search-words-by-age.ts';

/** Migrations only go forward and, once landed, never change. */
export const migrations: Record<string, Migration> = {
  '0001-records': records,
  '0002-register': register,
  '0003-search': search,
  '0004-feedback': feedback,
  '0005-search-vectors': searchVectors,
  '0006-accounts': accounts,
  '0007-office': office,
  '0008-today': today,
  '0009-mandates': mandates,
  '0010-assessment': assessment,
  '0011-imports': imports,
  '0012-offers': offers,
  '0013-reports': reports,
  '0014-institutions': institutions,
  '0015-applications': applications,
  '0016-subscriptions': subscriptions,
  '0017-intake': intake,
  '0018-office-year': officeYear,
  '0019-counting-applications': countingApplications,
  '0020-offer-notices': offerNotices,
  '0021-search-words': searchWords,
  '0022-search-words-by-age': searchWordsByAge,
};
