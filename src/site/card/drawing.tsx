import type { CardMap } from '#insight/index.ts';

/** What networks ask for in a large card (Open Graph; "summary_large_image"). */
export const cardSize = { width: 1200, height: 630 } as const;
export const cardMapRadius = 352;

export type Card = {
  name: string;
  subtitle: string;
  /** Where the service stands, without its scheme. */
  host: string;
  /** What an example city says on top of every page. */
  notice: string | null;
  map: CardMap;
};

/** Colours by the names of the city's tokens. */
export type Tokens = (name: string) => string;

const edge = 72;
/** Where the map begins; text stays before it. */
const room = 470;
/** Letters are this wide at most on average, in ems: measured for Source Serif 4 SemiBold and Source Sans 3 over Polish and English names. */
const serifWidth = 0.53;
const sansWidth = 0.47;

/** The card as SVG: on the left the city's name, on the right the city in the world. Drawn by attributes, because no stylesheet goes with a picture. */
export function cardSvg(card: Card, token: Tokens): string {
  const name = fitted(card.name, { sizes: [96, 80, 66, 54], width: serifWidth, lines: 2 });
  const subtitle = fitted(card.subtitle, { sizes: [46, 40, 34], width: serifWidth, lines: 3 });
  const nameFrom = 236 - (name.lines.length - 1) * name.size * 0.5;
  const nameTo = nameFrom + (name.lines.length - 1) * name.size * 1.04;
  const subtitleFrom = nameTo + subtitle.size * 1.55;
  const notice = sentencesOf(card.notice ?? '').flatMap((sentence) => fitted(sentence, { sizes: [21], width: sansWidth, lines: 3 }).lines);
  const footFrom = cardSize.height - 56 - notice.length * 28;
  const drawing = (
    <svg xmlns="http://www.w3.org/2000/svg" width={cardSize.width} height={cardSize.height} viewBox={`0 0 ${cardSize.width} ${cardSize.height}`}>
      <rect width={cardSize.width} height={cardSize.height} fill={token('paper')} />
      <g transform={`translate(${cardSize.width - cardMapRadius + 52} ${cardSize.height / 2 + 6})`}>
        <World map={card.map} token={token} />
      </g>
      <rect width={cardSize.width} height="14" fill={token('deep')} />
      <Lines lines={name.lines} x={edge} y={nameFrom} size={name.size} step={1.04} family="Source Serif 4" weight={600} fill={token('heading')} spacing={-0.018} />
      <Lines lines={subtitle.lines} x={edge} y={subtitleFrom} size={subtitle.size} step={1.2} family="Source Serif 4" weight={600} fill={token('accent-ink')} spacing={-0.01} />
      <path d={`M${edge} ${footFrom - 34}h64`} stroke={token('gold')} stroke-width="5" />
      <Lines lines={[card.host]} x={edge} y={footFrom} size={26} step={1.2} family="Source Sans 3" weight={600} fill={token('ink')} />
      <Lines lines={notice} x={edge} y={footFrom + 36} size={21} step={1.33} family="Source Sans 3" weight={400} fill={token('ink-quiet')} />
    </svg>
  );
  return drawing.html;
}

const World = ({ map, token }: { map: CardMap; token: Tokens }) => (
  <>
    <circle r={map.radius} fill={token('sea')} />
    <path d={map.land} fill={token('land')} />
    {map.rings.map((r) => (
      <circle r={short(r)} fill="none" stroke={token('ring')} stroke-width="1.2" stroke-dasharray="2 5" />
    ))}
    {map.towns.map((town) => (
      <circle cx={short(town.x)} cy={short(town.y)} r={town.shared > 2 ? 3.6 : town.shared > 1 ? 2.6 : 1.7} fill={token('dot')} opacity={town.shared > 1 ? 0.9 : 0.6} />
    ))}
    {map.seats.map((seat) => (
      <path d={`M0 0L${short(seat.x)} ${short(seat.y)}`} stroke={token('ray')} stroke-width="2.6" stroke-dasharray={seat.confirmed ? undefined : '7 6'} />
    ))}
    <circle r={map.radius} fill="none" stroke={token('line-strong')} stroke-width="1.5" />
    {map.seats.map((seat) => (
      <circle
        cx={short(seat.x)}
        cy={short(seat.y)}
        r="8"
        fill={seat.confirmed ? token('ray') : token('paper')}
        stroke={seat.confirmed ? token('paper') : token('ray')}
        stroke-width="2.5"
      />
    ))}
    <circle r="13" fill={token('heading')} stroke={token('paper')} stroke-width="4" />
  </>
);

type LinesProps = { lines: readonly string[]; x: number; y: number; size: number; step: number; family: string; weight: number; fill: string; spacing?: number };

const Lines = ({ lines, x, y, size, step, family, weight, fill, spacing = 0 }: LinesProps) => (
  <>
    {lines.map((line, index) => (
      <text x={x} y={short(y + index * size * step)} font-family={family} font-weight={weight} font-size={size} letter-spacing={short(spacing * size)} fill={fill}>
        {line}
      </text>
    ))}
  </>
);

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?]) (?=\p{Lu})/u).filter((sentence) => sentence !== '');

/** The largest of the sizes at which the text keeps to its room, broken between words. */
export function fitted(text: string, { sizes, width, lines: most }: { sizes: readonly number[]; width: number; lines: number }): { size: number; lines: string[] } {
  const tries = sizes.map((size) => ({ size, lines: broken(text, room / (size * width)) }));
  const fits = tries.find(({ size, lines }) => lines.length <= most && lines.every((line) => line.length * size * width <= room));
  const smallest = tries.at(-1) ?? { size: 20, lines: [text] };
  return fits ?? { ...smallest, lines: smallest.lines.slice(0, most) };
}

/** Lines of at most so many letters; a one-letter word never ends a line, as Polish typography asks. */
function broken(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.replace(/(?<=(?:^|\s)\p{L})\s/gu, '\u00a0').split(/ +/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const short = (value: number): number => Math.round(value * 100) / 100;
