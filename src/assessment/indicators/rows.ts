import type { Ask, Award, CityEvent, Effect, FunctionHeld, Membership, Objective, Organisation, Project, StatusSpan, Trip } from '#register/index.ts';

/** A record of the register with the number of the revision that stands in public: what evidence names. */
export type Revised<Body> = { slug: string; revision: number; body: Body };

/** What the directory knows of the peers in one network: how many of them its list names, and whether a missing name proves anything. */
export type PeersInside = { network: Revised<{ name: { pl: string; en?: string | undefined } }>; inside: readonly string[]; whole: boolean };

/** Everything that indicators are counted from. Read by store.ts, or put together from files by a script. */
export type RegisterRows = {
  memberships: (Revised<Membership> & { spans: StatusSpan[]; organisationSlug: string })[];
  organisations: Map<string, Revised<Organisation>>;
  objectives: Map<string, Revised<Objective>>;
  effects: Revised<Effect>[];
  asks: Revised<Ask>[];
  functions: Revised<FunctionHeld>[];
  projects: Revised<Project>[];
  events: Revised<CityEvent>[];
  awards: Revised<Award>[];
  trips: Revised<Trip>[];
  /** By the slug of the network. */
  peersInside: Map<string, PeersInside>;
};
