import { assessmentKind } from '#assessment/cycles/kind.ts';
import { decisionKind } from '#assessment/decisions/kind.ts';
import { offerKind } from '#offers/calls/kind.ts';
import { kindsOf } from '#publishing/kind.ts';
import { actKind } from '#register/acts/kind.ts';
import { awardKind, eventKind, projectKind } from '#register/activities/kinds.ts';
import { askKind } from '#register/costs/kind.ts';
import { networkKind } from '#register/directory/kind.ts';
import { effectKind } from '#register/effects/kind.ts';
import { functionKind } from '#register/functions/kind.ts';
import { mandateKind } from '#register/mandates/kind.ts';
import { membershipKind } from '#register/memberships/kind.ts';
import { objectiveKind } from '#register/objectives/kind.ts';
import { organisationKind } from '#register/organisations/kind.ts';
import { articleKind } from '#register/pages/kind.ts';
import { procedureKind } from '#register/procedures/kind.ts';
import { tripKind } from '#register/trips/kind.ts';
import { unitKind } from '#register/units/kind.ts';

/** Every kind of record there is. Publishing, search, export and verify go through this list. */
export const kinds = kindsOf([
  articleKind,
  unitKind,
  objectiveKind,
  networkKind,
  organisationKind,
  membershipKind,
  actKind,
  askKind,
  functionKind,
  eventKind,
  projectKind,
  awardKind,
  effectKind,
  mandateKind,
  tripKind,
  procedureKind,
  offerKind,
  assessmentKind,
  decisionKind,
]);
