/** What the table of the form says of one membership, by the server and by the script alike. */
type Result = { benefits: { mean: number } | null; asks: { mean: number } | null };

export const none = '–';
export const inPoints = ({ benefits, asks }: Result): string => (benefits === null || asks === null ? none : `${Math.round(benefits.mean * 100)} / ${Math.round(asks.mean * 100)}`);
