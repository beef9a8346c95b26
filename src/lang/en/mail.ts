import type { Same } from '../lang.ts';
import type { mail as pl } from '../pl/mail.ts';

export const mail: Same<typeof pl> = { office: 'register office' };
