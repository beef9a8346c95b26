/** How far an application is. An interest is two sentences that may become an application. */
export const applicationStates = ['interest', 'draft', 'sent', 'to-amend', 'checked', 'chosen', 'not-chosen', 'endorsed', 'passed-on', 'won', 'lost', 'withdrawn'] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Who may move an application. A scorer gives points and moves nothing. */
export const applicationRoles = ['applicant', 'coordinator', 'scorer'] as const;
export type ApplicationRole = (typeof applicationRoles)[number];

/** What an applicant is told about a step; the catalogue has a letter under each name. */
export const applicationLetters = [
  'sent',
  'amended',
  'checked',
  'to-amend',
  'chosen',
  'not-chosen',
  'again',
  'endorsed',
  'passed-on',
  'won',
  'lost',
  'withdrawn',
  'corrected',
] as const;
export type ApplicationLetter = (typeof applicationLetters)[number];

/** call: the deadline of the offer here; amendment: the day that the office gave; organiser: the organiser's own deadline. */
export type DeadlineName = 'call' | 'amendment' | 'organiser';

/** What a step needs besides who and when: a reason in words, a day, points of two people within the quota, a signed document. */
export type StepNeed = 'reason' | 'day' | 'scores' | 'document';

export type Transition = {
  from: ApplicationState;
  to: ApplicationState;
  by: readonly ApplicationRole[];
  mail: ApplicationLetter | null;
  deadline: DeadlineName | null;
  needs: readonly StepNeed[];
};

const row = (
  from: ApplicationState,
  to: ApplicationState,
  by: ApplicationRole | readonly ApplicationRole[],
  rest: Partial<Pick<Transition, 'mail' | 'deadline' | 'needs'>> = {},
): Transition => ({
  from,
  to,
  by: typeof by === 'string' ? [by] : by,
  mail: rest.mail ?? null,
  deadline: rest.deadline ?? null,
  needs: rest.needs ?? [],
});

/** Every way there is from one state to another. What is not in this table does not happen. */
export const transitions: readonly Transition[] = [
  row('interest', 'draft', 'applicant', { deadline: 'call' }),
  row('interest', 'withdrawn', 'applicant', { mail: 'withdrawn' }),
  row('draft', 'sent', 'applicant', { mail: 'sent', deadline: 'call' }),
  row('draft', 'withdrawn', 'applicant'),
  row('sent', 'checked', 'coordinator', { mail: 'checked' }),
  row('sent', 'to-amend', 'coordinator', { mail: 'to-amend', needs: ['reason', 'day'] }),
  row('sent', 'withdrawn', 'applicant', { mail: 'withdrawn' }),
  row('to-amend', 'sent', 'applicant', { mail: 'amended', deadline: 'amendment' }),
  // Who does not amend is judged by what was sent.
  row('to-amend', 'checked', 'coordinator', { mail: 'checked', needs: ['reason'] }),
  row('to-amend', 'withdrawn', 'applicant', { mail: 'withdrawn' }),
  row('checked', 'to-amend', 'coordinator', { mail: 'to-amend', needs: ['reason', 'day'] }),
  row('checked', 'chosen', 'coordinator', { mail: 'chosen', needs: ['scores'] }),
  row('checked', 'not-chosen', 'coordinator', { mail: 'not-chosen', needs: ['reason'] }),
  row('checked', 'withdrawn', 'applicant', { mail: 'withdrawn' }),
  // A choice is taken back before the city has put its name to it.
  row('chosen', 'checked', 'coordinator', { mail: 'again', needs: ['reason'] }),
  row('chosen', 'endorsed', 'coordinator', { mail: 'endorsed', needs: ['document'] }),
  row('chosen', 'withdrawn', 'applicant', { mail: 'withdrawn' }),
  row('not-chosen', 'checked', 'coordinator', { mail: 'again', needs: ['reason'] }),
  row('endorsed', 'passed-on', 'coordinator', { mail: 'passed-on', deadline: 'organiser', needs: ['day'] }),
  row('endorsed', 'withdrawn', 'applicant', { mail: 'withdrawn' }),
  row('passed-on', 'won', 'coordinator', { mail: 'won', needs: ['day'] }),
  row('passed-on', 'lost', 'coordinator', { mail: 'lost', needs: ['day'] }),
  row('passed-on', 'withdrawn', ['applicant', 'coordinator'], { mail: 'withdrawn' }),
  // An outcome that was noted wrongly.
  row('won', 'passed-on', 'coordinator', { mail: 'corrected', needs: ['reason'] }),
  row('lost', 'passed-on', 'coordinator', { mail: 'corrected', needs: ['reason'] }),
];

/** The way from one state to another for somebody; undefined where there is none. */
export const transitionFor = (from: ApplicationState, to: ApplicationState, role: ApplicationRole): Transition | undefined =>
  transitions.find((one) => one.from === from && one.to === to && one.by.includes(role));

/** Where somebody may move an application from here. */
export const waysFrom = (from: ApplicationState, role: ApplicationRole): readonly Transition[] => transitions.filter((one) => one.from === from && one.by.includes(role));

/** Takes one of the places that a city has with the organiser. */
export const takesPlace: readonly ApplicationState[] = ['chosen', 'endorsed', 'passed-on', 'won', 'lost'];
/** Nothing more is to be done; what it holds may be forgotten after its time. */
export const endStates: readonly ApplicationState[] = ['won', 'lost', 'withdrawn', 'not-chosen'];

export const isState = (name: string): name is ApplicationState => applicationStates.some((state) => state === name);
export const stateNamed = (name: string): ApplicationState => {
  if (!isState(name)) throw new Error(`${name} is no state of an application`);
  return name;
};
