import type { Criterion } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { pictureSize, picturePoints, pointList } from '#ui/figures/value-function-geometry.ts';
import { inWords, ofHundred } from './numbers.ts';
import { textsFor } from './texts.ts';

/** A value function as a small drawing; a script draws it anew while its fields are typed. */
export const ValuePicture = ({ corners, lang, small = false }: { corners: Criterion['corners']; lang: Lang; small?: boolean }) => {
  const { criteria } = textsFor(lang);
  const { width, height, pad } = pictureSize;
  const points = picturePoints(corners);
  const words = corners.map(({ at, value }) => criteria.pictureCorner(inWords(at, lang), inWords(ofHundred(value), lang))).join('; ');
  return (
    <svg
      class="kg-assess__picture"
      {...{ role: 'img', 'aria-label': criteria.picture(words) }}
      viewBox={`0 0 ${width} ${height}`}
      width={small ? width / 2 : width}
      height={small ? height / 2 : height}
    >
      <path class="kg-assess__axes" d={`M${pad} ${pad}V${height - pad}H${width - pad}`} />
      <polyline points={pointList(points)} />
      <g>
        {points.map(({ x, y }) => (
          <circle cx={x} cy={y} r={3.5} />
        ))}
      </g>
    </svg>
  );
};
