import { picturePoints, pointList } from '../figures/value-function-geometry.ts';

const numberIn = (field: HTMLInputElement | null): number => {
  const typed = field?.value.trim().replaceAll(/\s/g, '').replace(',', '.') ?? '';
  return typed === '' ? Number.NaN : Number(typed);
};

/** Draws a value function anew while its corners are typed. The fields alone say everything. */
export function drawValueFunctions(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-value-function]')) {
    form.addEventListener('input', () => {
      const line = form.querySelector('polyline');
      const dots = form.querySelector('g');
      if (line === null || dots === null) return;
      const corners = [...form.querySelectorAll<HTMLElement>('[data-corner]')].map((row) => {
        const [at = null, value = null] = row.querySelectorAll('input');
        return { at: numberIn(at), value: numberIn(value) / 100 };
      });
      const points = picturePoints(corners);
      line.setAttribute('points', pointList(points));
      dots.replaceChildren(
        ...points.map(({ x, y }) => {
          const dot = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
          dot.setAttribute('cx', String(x));
          dot.setAttribute('cy', String(y));
          dot.setAttribute('r', '3.5');
          return dot;
        }),
      );
    });
  }
}
