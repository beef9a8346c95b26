import type { Tx } from '#db/handles.ts';
import { forgetInApplications } from './applications/forget.ts';

/** Somebody or something whose data go. */
export type Erased = { institutionId: string; contactId: string } | { institutionId: string; contactId: null };

/** What other rooms do before a person, or a whole institution (`contactId: null`), is erased: whatever they hold of them that is personal goes, figures stay. */
export const erasers: readonly ((tx: Tx, who: Erased, now: Date) => Promise<void>)[] = [forgetInApplications];
