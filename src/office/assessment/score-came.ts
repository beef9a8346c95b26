import type { Judgement } from '#assessment/index.ts';

/** The parts of the form that something can be wrong with. */
export type ScoreField = 'what' | 'from' | 'to' | 'seenOn' | 'reason' | 'form';

/** The form as it came back: what was typed, what is wrong with it, and what stands meanwhile. */
export type ScoreCame = {
  criterion: string;
  status: number;
  typed: (field: string) => string;
  problems: { field: ScoreField; text: string }[];
  stands: Judgement | null | undefined;
};
