import { describe, expect, it } from 'vitest';
import { readReportWish } from './report.ts';

describe('koga report', () => {
  it('takes the format from the name of the file, and else as it is told', () => {
    expect(readReportWish('report.pdf', {})).toEqual({ file: 'report.pdf', lang: 'pl', format: 'pdf', kind: 'report', year: null });
    expect(readReportWish('r.bin', { year: '2025', lang: 'en', format: 'docx', chapter: true })).toEqual({
      file: 'r.bin',
      lang: 'en',
      format: 'docx',
      kind: 'chapter',
      year: 2025,
    });
  });

  it('says in a sentence what it does not understand', () => {
    expect(readReportWish(undefined, {})).toMatch(/needs a file/);
    expect(readReportWish('report.odt', {})).toBe('name the format: --format pdf|docx|xlsx');
    expect(readReportWish('report.pdf', { format: 'odt' })).toBe('there is no format odt; there is pdf, docx, xlsx');
    expect(readReportWish('report.pdf', { lang: 'de' })).toBe('there is no language de; there is pl, en');
    expect(readReportWish('report.pdf', { year: 'MMXXVI' })).toBe('MMXXVI is no year such as 2026');
  });
});
