import { describe, it } from 'vitest';
import { cutWhileFilling } from './filling-trial.ts';
import { victims } from './round.ts';

describe.concurrent('an accident while an export is restored', { timeout: 300_000 }, () => {
  it.each(victims)('leaves the store empty or whole, and the next start goes on by itself: kill -9 of %s', (victim) => cutWhileFilling('import', victim));
});
