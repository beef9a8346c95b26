import type { Fault } from '#publishing/load.ts';

const shownAtMost = 20;

/** What is wrong with example files: file, record, field. Nothing was written. */
export function faultsInWords(faults: readonly Fault[]): string {
  const lines = faults.slice(0, shownAtMost).map((fault) => `  ${fault.file}, ${fault.record}${fault.field === '' ? '' : `, ${fault.field}`}: ${fault.message}`);
  const more = faults.length > shownAtMost ? [`  and ${faults.length - shownAtMost} more`] : [];
  return [`The example has ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was written:`, ...lines, ...more].join('\n');
}
