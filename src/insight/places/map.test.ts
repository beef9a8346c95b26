import { describe, expect, it } from 'vitest';
import { continentLaw, distanceKm, onMap, radiusAtKm, worldLaw } from './azimuthal.ts';
import { landPath } from './land.ts';
import { crossing, pushedApart } from './apart.ts';
import { drawMap } from './drawing.ts';

const krakow = { lat: 50.0614, lon: 19.9372 };
const kyoto = { lat: 35.0116, lon: 135.7681 };

describe('the map around the city', () => {
  it('knows how far Kyoto is', () => {
    expect(Math.abs(distanceKm(krakow, kyoto) - 8655)).toBeLessThan(2);
  });

  it('keeps directions true: what lies due north stands above the middle', () => {
    const point = onMap({ lat: 60, lon: krakow.lon }, krakow, worldLaw(280));
    expect(point?.x).toBeCloseTo(0);
    expect(point?.y).toBeLessThan(0);
  });

  it('sets the rings by distance', () => {
    expect([500, 1000, 2500, 5000, 9000].map((km) => Math.round(radiusAtKm(km, worldLaw(280)) * 10) / 10)).toEqual([80.3, 107.4, 157.9, 211.2, 270.3]);
    expect(radiusAtKm(1000, continentLaw(200))).toBeCloseTo(2 * radiusAtKm(500, continentLaw(200)));
  });

  it('leaves out what lies beyond the rim', () => {
    expect(onMap({ lat: -33.87, lon: 151.21 }, krakow, worldLaw(280))).toBeNull();
  });

  it('draws the land as one finite path that is light enough for every page', () => {
    for (const centre of [krakow, { lat: 0, lon: 0 }, { lat: 90, lon: 0 }, { lat: -41.3, lon: 174.8 }]) {
      for (const law of [worldLaw(280), continentLaw(200)]) {
        const path = landPath(centre, law);
        expect(path).toMatch(/^(M[-\d ]+l[-\d ]+z)*$/);
        expect(path.length).toBeLessThan(14_000);
      }
    }
    expect(landPath(krakow, worldLaw(280))).toBe(landPath(krakow, worldLaw(280)));
  });
});

describe('the name of the seat on a small map', () => {
  const law = continentLaw(200);
  const rings = [500, 1000, 2000].map((km) => ({ km, text: `${km} km` }));
  /** From its first letter to its last; letters of the map's type are about nine units wide. */
  const span = ({ text, at, end }: { text: string; at: { x: number; y: number }; end: boolean }) => {
    const width = text.length * 9;
    return { from: end ? at.x - width : at.x, to: end ? at.x : at.x + width, y: at.y };
  };
  const seat = (name: string, position: { lat: number; lon: number }) => {
    const { home, seatName } = drawMap({
      centre: krakow,
      name: 'Kraków',
      law,
      dots: [],
      seats: [{ position, confirmed: true }],
      rings,
      compass: false,
      pinRadius: 5.5,
      land: { id: 'land' },
      seatName: name,
    });
    if (seatName === undefined) throw new Error('no name');
    return { home: span({ text: home.name, ...home }), its: span(seatName) };
  };

  it.each([
    ['Strasburg', { lat: 48.58, lon: 7.75 }],
    ['Poznań', { lat: 52.41, lon: 16.93 }],
    ['Ołomuniec', { lat: 49.59, lon: 17.25 }],
    ['Lwów', { lat: 49.84, lon: 24.03 }],
    ['Vieux-Marché-sur-Dyle', { lat: 50.7, lon: 4.6 }],
    ['Sankt Petersburg', { lat: 59.94, lon: 30.31 }],
    ['Ateny', { lat: 37.98, lon: 23.73 }],
  ])('%s is whole, and not over the name of the city', (name, position) => {
    const { home, its } = seat(name, position);
    expect(its.from).toBeGreaterThan(-204);
    expect(its.to).toBeLessThan(204);
    const apart = its.to <= home.from || its.from >= home.to || Math.abs(its.y - home.y) >= 12;
    expect(apart).toBe(true);
  });
});

describe('pins that are pushed apart', () => {
  const marks = Array.from({ length: 400 }, (_one, index) => ({ x: 120 * Math.sin(index * 7.3) - 40, y: 120 * Math.cos(index * 3.1), r: 1.5 }));

  it('keep the order of their seats and do not lie on one another', () => {
    const seats = Array.from({ length: 24 }, (_one, index) => ({ x: -60 - (index % 5), y: 10 + (index % 3) }));
    const pins = pushedApart(seats, { pin: 9, within: 280, marks: [] });
    expect(pins).toHaveLength(seats.length);
    for (const [index, pin] of pins.entries()) for (const other of pins.slice(index + 1)) expect(Math.hypot(pin.x - other.x, pin.y - other.y)).toBeGreaterThan(18);
  });

  it('cover no mark where there is room beside them', () => {
    const seats = [
      { x: -90, y: 20 },
      { x: -60, y: -60 },
      { x: 10, y: 80 },
    ];
    for (const pin of pushedApart(seats, { pin: 9, within: 280, marks })) for (const mark of marks) expect(Math.hypot(pin.x - mark.x, pin.y - mark.y)).toBeGreaterThan(9 + mark.r);
  });

  it('find a place even where everything is full', () => {
    const full = Array.from({ length: 2000 }, (_one, index) => ({ x: (index % 50) * 8 - 200, y: Math.floor(index / 50) * 8 - 160, r: 6 }));
    const pins = pushedApart(
      Array.from({ length: 40 }, () => ({ x: 5, y: 5 })),
      { pin: 9, within: 100, marks: full },
    );
    expect(pins.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });

  it('knows when two lines cross', () => {
    expect(crossing({ x: 0, y: 0 }, { x: 2, y: 2 }, { x: 0, y: 2 }, { x: 2, y: 0 })).toBe(true);
    expect(crossing({ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 0, y: 1 }, { x: 1, y: 1 })).toBe(false);
  });
});
