import { describe, expect, it } from 'vitest';
import { appOver } from '../../../test/app.ts';
import { storeFor } from '../../../test/world.ts';

describe('the calendar', () => {
  const store = storeFor('world');
  const { get, text } = appOver(store);
  const file = async (path: string) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    return answer.text();
  };
  /** RFC 5545, 3.1: a line that begins with a blank goes on from the one before. */
  const unfolded = (ics: string): string[] => ics.replaceAll('\r\n ', '').split('\r\n');

  it('shows a month with what falls on its days', async () => {
    const june = await text('/pl/kalendarz?month=2027-06');
    expect(june).toContain('Czerwiec 2027');
    expect(june).toContain('47. Międzynarodowe Dni Hanzy');
  });

  it('shows the month it is where the month is unknown or missing', async () => {
    const now = await (await get('/pl/kalendarz')).text();
    expect(await (await get('/pl/kalendarz?month=2027-13&view=week&theme=x&organisation=y')).text()).toBe(now);
    expect(now).toContain('Listopad 2026');
  });

  it('keeps what is only expected apart in the list, and out of the months and the file', async () => {
    const list = await text('/pl/kalendarz?view=list');
    expect(list.indexOf('Czego się spodziewamy?')).toBeGreaterThan(list.indexOf('Co przed nami?'));
    expect(list).toContain('Dzień Solidarności Miast Światowego Dziedzictwa');
    expect(await text('/pl/kalendarz?month=2027-09')).not.toContain('Dzień Solidarności');
    expect(await file('/pl/kalendarz.ics')).not.toContain('Solidarności');
  });

  it('goes from month to month only where there is something', async () => {
    const page = await (await get('/en/calendar?month=2025-06')).text();
    expect(page).toContain('month=2025-05" rel="prev"');
    expect(await (await get('/en/calendar?month=1999-01')).text()).not.toContain('rel="prev"');
  });

  it('is a file of CRLF lines of at most 75 bytes, the same at every asking', async () => {
    const ics = await file('/pl/kalendarz.ics');
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(ics.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(await file('/pl/kalendarz.ics')).toBe(ics);
    const lines = unfolded(ics);
    const uids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(uids).size).toBe(uids.length);
    expect(lines.filter((line) => line.startsWith('DTSTAMP:')).every((line) => /^DTSTAMP:\d{8}T\d{6}Z$/.test(line))).toBe(true);
    expect(lines.filter((line) => /^DT(START|END)/.test(line)).every((line) => /^DT(START|END)(;VALUE=DATE:\d{8}|:\d{8}T\d{6}Z)$/.test(line))).toBe(true);
  });

  it('gives a deadline with an hour in UTC, and days as days', async () => {
    expect(unfolded(await file('/pl/oferty/netzerocities-twinning-2025.ics'))).toContain('DTSTART:20250328T160000Z');
    const days = unfolded(await file('/en/offers/hanse-day-2027.ics'));
    expect(days).toContain('DTSTART;VALUE=DATE:20270610');
    expect(days).toContain('DTEND;VALUE=DATE:20270614');
    expect(days.some((line) => line.startsWith('LOCATION:Braunschweig'))).toBe(true);
  });

  it('can be had by theme and by organisation', async () => {
    const all = (await file('/pl/kalendarz.ics')).match(/BEGIN:VEVENT/g)?.length ?? 0;
    const hanse = (await file('/pl/kalendarz.ics?organisation=hanse')).match(/BEGIN:VEVENT/g)?.length ?? 0;
    const tourism = (await file('/pl/kalendarz.ics?theme=tourism')).match(/BEGIN:VEVENT/g)?.length ?? 0;
    expect(hanse).toBeGreaterThan(3);
    expect(tourism).toBeGreaterThan(3);
    expect(all).toBeGreaterThan(Math.max(hanse, tourism));
  });

  it('has no file for what has no dates', async () => {
    expect((await get('/pl/oferty/eurocities-training.ics')).status).toBe(404);
    expect((await get('/pl/oferty/nothing-like-this.ics')).status).toBe(404);
  });
});
