import { describe, it } from 'vitest';
import { fillingTrial } from './filling-trial.ts';
import { victims } from './round.ts';

describe('an accident while an export is restored', { timeout: 240_000 }, () => {
  const cut = fillingTrial('import');

  it.each(victims)('leaves the store empty or whole, and the next start goes on by itself: kill -9 of %s', (victim) => cut(victim));
});
