// What the office adds to its pages: each enhancement stands in a file of its own and is listed here.
import { keepDraftsSaved } from './autosave.ts';
import { offerPasskeys } from './passkeys.ts';
import { readDates } from './read-dates.ts';
import { suggestRecords } from './suggest-records.ts';
import { drawValueFunctions } from './value-function.ts';

offerPasskeys();
keepDraftsSaved();
readDates();
suggestRecords();
drawValueFunctions();
