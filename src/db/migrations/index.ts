import type { Migration } from 'kysely/migration';
import * as records from './0001-records.ts';
import * as register from './0002-register.ts';
import * as search from './0003-search.ts';
import * as feedback from './0004-feedback.ts';
import * as office from './0007-office.ts';
import * as mandates from './0009-mandates.ts';

/** Migrations only go forward and, once landed, never change. */
export const migrations: Record<string, Migration> = {
  '0001-records': records,
  '0002-register': register,
  '0003-search': search,
  '0004-feedback': feedback,
  '0007-office': office,
  '0009-mandates': mandates,
};
