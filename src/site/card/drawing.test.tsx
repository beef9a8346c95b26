import { describe, expect, it } from 'vitest';
import { cardSvg, fitted, type Card } from './drawing.tsx';

const card: Card = {
  name: 'Mieścina Nadrzeczna',
  subtitle: 'w organizacjach i w sieciach miast',
  host: 'swiat.example.pl',
  notice: 'To jest przykład. Nie jest to serwis urzędu.',
  map: {
    radius: 350,
    land: 'M0 0L10 10Z',
    rings: [100],
    seats: [
      { x: 30, y: -40, confirmed: true },
      { x: -30, y: 40, confirmed: false },
    ],
    towns: [{ x: 5, y: 6, shared: 3 }],
  },
};
const textsOf = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => (match[1] ?? '').replaceAll('\u00a0', ' '));

describe('the card beside a link to the service', () => {
  it('says the city’s own name and title, where it stands, and what an example says of itself, a sentence a line', () => {
    expect(textsOf(cardSvg(card, (name) => `#${name}`))).toEqual([
      'Mieścina',
      'Nadrzeczna',
      'w organizacjach',
      'i w sieciach miast',
      'swiat.example.pl',
      'To jest przykład.',
      'Nie jest to serwis urzędu.',
    ]);
    expect(textsOf(cardSvg({ ...card, notice: null }, (name) => `#${name}`)).at(-1)).toBe('swiat.example.pl');
  });

  it('takes every colour from the city’s tokens, and tells a seat that is not confirmed by more than its colour', () => {
    const svg = cardSvg(card, (name) => `token-${name}`);
    expect([...svg.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map((match) => match[1]).filter((colour) => colour !== 'none' && !colour?.startsWith('token-'))).toEqual([]);
    expect(svg.match(/stroke-dasharray="7 6"/g)).toHaveLength(1);
  });

  it('writes a long name smaller rather than over the map', () => {
    const room = { sizes: [96, 54], width: 0.53, lines: 2 };
    expect(fitted('Łódź', room)).toEqual({ size: 96, lines: ['Łódź'] });
    expect(fitted('Santiago de Compostela', room).size).toBe(54);
    expect(fitted('Rada i miasto w świecie', { sizes: [44], width: 0.5, lines: 3 }).lines).toEqual(['Rada i\u00a0miasto', 'w\u00a0świecie']);
  });
});
