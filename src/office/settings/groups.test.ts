import { describe, expect, it } from 'vitest';
import { cityShape } from '#basics/city.ts';
import krakow from '../../db/example/krakow/city.json' with { type: 'json' };
import { fieldsOf, valueAt, withGroup, type Group } from './groups.ts';

const city = cityShape.parse(krakow);
const typed = (group: Group, given: Record<string, string> = {}): Map<string, string> => new Map(fieldsOf[group].map((path) => [path, given[path] ?? valueAt(city, path)]));
const colours = { 'colours.brand': '#00695c', 'colours.deep': '#0b3b36', 'colours.accent': '#a85a22' };

describe('the settings of a city', () => {
  it('take its names in every case', () => {
    const changed = withGroup(city, 'city', typed('city', { 'name.pl.locative': 'Krakowie Nowym' }));
    expect(changed.ok && changed.value.name.pl.locative).toBe('Krakowie Nowym');
    expect(changed.ok && changed.value.timeZone).toBe(city.timeZone);
  });

  it('say which case is missing', () => {
    expect(withGroup(city, 'city', typed('city', { 'name.pl.genitive': '  ' })).problems).toEqual([{ field: 'name.pl.genitive', what: 'missing' }]);
  });

  it('leave out what is left empty as a whole, and ask for the rest where a part is given', () => {
    const none = withGroup(city, 'contact', typed('contact'));
    expect(none.ok && none.value.contact).toBe(null);
    const part = withGroup(city, 'contact', typed('contact', { 'contact.email': 'not an address' }));
    expect(part.problems).toContainEqual({ field: 'contact.email', what: 'email' });
    expect(part.problems).toContainEqual({ field: 'contact.phone', what: 'missing' });
  });

  it('take colours that can be read, and refuse the others with the figure', () => {
    const fine = withGroup(city, 'colours', typed('colours', colours));
    expect(fine.ok && fine.value.colours?.brand).toBe('#00695c');
    const faint = withGroup(city, 'colours', typed('colours', { ...colours, 'colours.brand': '#9fd3cc' }));
    expect(faint.problems?.map(({ field, what }) => `${field} ${what}`)).toEqual(['colours.brand faint', 'colours.brand faint']);
    expect(withGroup(city, 'colours', typed('colours', { ...colours, 'colours.brand': 'red;}' })).problems).toEqual([{ field: 'colours.brand', what: 'colour' }]);
  });

  it('take the day of the statement’s review, or none', () => {
    const reviewed = withGroup(city, 'contact', typed('contact', { statementReviewed: '2027-03-15' }));
    expect(reviewed.ok && reviewed.value.statementReviewed).toBe('2027-03-15');
    const none = withGroup(city, 'contact', typed('contact', { statementReviewed: '' }));
    expect(none.ok && none.value.statementReviewed).toBe(null);
    expect(withGroup(city, 'contact', typed('contact', { statementReviewed: 'w marcu' })).problems).toContainEqual({ field: 'statementReviewed', what: 'day' });
  });
});
