// Written by scripts/generate-tables.ts from the migrated database. Change the migrations, not this file.
import type { ColumnType } from 'kysely';

export interface AccountRoles {
  actorId: string;
  role: string;
}

export interface ActMemberships {
  actId: string;
  membershipId: string;
  did: string;
}

export interface Activities {
  id: string;
  type: string;
  begins: ColumnType<string | null, string | null | undefined, string | null>;
  ends: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string, string>;
}

export interface ActivityOrganisations {
  activityId: string;
  organisationId: string;
}

export interface Actors {
  id: string;
  kind: string;
  rolePl: string;
  roleEn: string;
  createdAt: ColumnType<Date, Date | string, Date | string>;
}

export interface Acts {
  id: string;
  type: string;
  level: string;
  decided: ColumnType<string | null, string | null | undefined, string | null>;
  folded: string;
  body: ColumnType<unknown, string, string>;
}

export interface ApplicationFiles {
  id: string;
  applicationId: string;
  purpose: string;
  field: ColumnType<string | null, string | null | undefined, string | null>;
  name: string;
  type: string;
  size: number;
  sha256: string;
  content: Buffer;
  at: ColumnType<Date, Date | string, Date | string>;
}

export interface ApplicationForms {
  offerId: string;
  number: number;
  form: ColumnType<unknown, string, string>;
  openedBy: string;
  openedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface ApplicationMessages {
  id: string;
  applicationId: string;
  role: string;
  actorId: ColumnType<string | null, string | null | undefined, string | null>;
  contactId: ColumnType<string | null, string | null | undefined, string | null>;
  text: string;
  at: ColumnType<Date, Date | string, Date | string>;
  readAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  onceKey: string;
}

export interface ApplicationNumbers {
  year: number;
  last: number;
}

export interface ApplicationScores {
  applicationId: string;
  scorerId: string;
  criterion: string;
  points: number;
  reason: string;
  at: ColumnType<Date, Date | string, Date | string>;
}

export interface ApplicationSteps {
  id: string;
  applicationId: string;
  fromState: ColumnType<string | null, string | null | undefined, string | null>;
  toState: string;
  at: ColumnType<Date, Date | string, Date | string>;
  role: string;
  actorId: ColumnType<string | null, string | null | undefined, string | null>;
  contactId: ColumnType<string | null, string | null | undefined, string | null>;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  until: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface Applications {
  id: string;
  number: string;
  offerId: string;
  formNumber: ColumnType<number | null, number | null | undefined, number | null>;
  state: string;
  institutionId: ColumnType<string | null, string | null | undefined, string | null>;
  institutionKind: string;
  themes: string[];
  interest: ColumnType<unknown, string | null | undefined, string | null>;
  answers: ColumnType<unknown, string | undefined, string>;
  amendBy: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  signedBy: ColumnType<string | null, string | null | undefined, string | null>;
  signedOn: ColumnType<string | null, string | null | undefined, string | null>;
  passedOn: ColumnType<string | null, string | null | undefined, string | null>;
  outcomeOn: ColumnType<string | null, string | null | undefined, string | null>;
  effectDraftId: ColumnType<string | null, string | null | undefined, string | null>;
  onceKey: string;
  version: ColumnType<number, number | undefined, number>;
  createdAt: ColumnType<Date, Date | string, Date | string>;
  sentAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  endedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  erasedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface Articles {
  id: string;
  body: ColumnType<unknown, string, string>;
}

export interface Asks {
  id: string;
  membershipId: string;
  type: string;
  year: ColumnType<number | null, number | null | undefined, number | null>;
  amount: ColumnType<string | null, string | null | undefined, string | null>;
  currency: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string, string>;
}

export interface Assessments {
  id: string;
  year: number;
  body: ColumnType<unknown, string, string>;
}

export interface Audit {
  id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  actorId: string;
  action: string;
  recordId: ColumnType<string | null, string | null | undefined, string | null>;
  revisionId: ColumnType<string | null, string | null | undefined, string | null>;
  basedOn: ColumnType<string | null, string | null | undefined, string | null>;
  fields: ColumnType<string[], string[] | undefined, string[]>;
  about: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface CalendarSecrets {
  actorId: string;
  secretHash: string;
  lang: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
}

export interface Changes {
  id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  change: string;
  recordId: string;
  revisionId: string;
  recordKind: string;
  recordSlug: string;
  titlePl: string;
  titleEn: string;
  pathPl: string;
  pathEn: string;
  whyPl: ColumnType<string | null, string | null | undefined, string | null>;
  whyEn: ColumnType<string | null, string | null | undefined, string | null>;
  actorId: string;
  override: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface ContactLinks {
  tokenHash: string;
  contactId: string;
  purpose: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
  expiresAt: ColumnType<Date, Date | string, Date | string>;
  usedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface ContactSessions {
  tokenHash: string;
  contactId: string;
  createdAt: ColumnType<Date, Date | string, Date | string>;
  expiresAt: ColumnType<Date, Date | string, Date | string>;
}

export interface ContactTries {
  key: string;
  since: ColumnType<Date, Date | string, Date | string>;
  count: number;
}

export interface Contacts {
  id: string;
  institutionId: string;
  name: string;
  email: string;
  lang: string;
  source: string;
  createdAt: ColumnType<Date, Date | string, Date | string>;
  consentAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  confirmedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  seenAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface CriteriaSets {
  version: number;
  body: ColumnType<unknown, string, string>;
  madeBy: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
}

export interface CurrentRevisions {
  recordId: string;
  revisionId: string;
}

export interface CycleScorers {
  cycleId: string;
  actorId: string;
  unitId: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface CycleScores {
  cycleId: string;
  membershipId: string;
  criterion: string;
  body: ColumnType<unknown, string, string>;
  byId: string;
  at: ColumnType<Date, Date | string, Date | string>;
  version: number;
}

export interface Cycles {
  id: string;
  year: number;
  slug: string;
  state: string;
  criteriaVersion: number;
  settings: ColumnType<unknown, string, string>;
  weights: ColumnType<unknown, string, string>;
  reference: ColumnType<unknown, string, string>;
  summary: ColumnType<unknown, string | null | undefined, string | null>;
  version: number;
  openedBy: string;
  openedAt: ColumnType<Date, Date | string, Date | string>;
  closedOn: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string | null | undefined, string | null>;
  revisionId: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface Decisions {
  id: string;
  membershipId: string;
  decided: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string, string>;
}

export interface Digests {
  actorId: string;
  hour: number;
  lang: string;
  offToken: string;
  lookedOn: ColumnType<string | null, string | null | undefined, string | null>;
  seen: ColumnType<string[], string[] | undefined, string[]>;
}

export interface Drafts {
  id: string;
  kind: string;
  slug: ColumnType<string | null, string | null | undefined, string | null>;
  recordId: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string, string>;
  basedOn: ColumnType<string | null, string | null | undefined, string | null>;
  version: number;
  editorId: string;
  createdAt: ColumnType<Date, Date | string, Date | string>;
  updatedAt: ColumnType<Date, Date | string, Date | string>;
  deletedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  whyPl: ColumnType<string, string | undefined, string>;
  whyEn: ColumnType<string, string | undefined, string>;
}

export interface Effects {
  id: string;
  organisationId: string;
  area: string;
  attribution: string;
  measurable: boolean;
  level: string;
  begins: ColumnType<string | null, string | null | undefined, string | null>;
  ends: ColumnType<string | null, string | null | undefined, string | null>;
  sameThing: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string, string>;
}

export interface Erasures {
  id: string;
  at: ColumnType<Date, Date | string | undefined, Date | string>;
  what: string;
  subject: string;
}

export interface Feedback {
  id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  path: ColumnType<string | null, string | null | undefined, string | null>;
  lang: string;
  kind: string;
  useful: ColumnType<boolean | null, boolean | null | undefined, boolean | null>;
  message: string;
  state: ColumnType<string, string | undefined, string>;
}

export interface FeedbackContacts {
  feedbackId: string;
  email: string;
}

export interface FeedbackKeys {
  day: string;
  key: string;
}

export interface FeedbackSenders {
  id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  sender: string;
}

export interface Files {
  id: string;
  sha256: string;
  name: string;
  type: string;
  size: number;
  content: Buffer;
  uploadedBy: string;
  uploadedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface Functions {
  id: string;
  organisationId: string;
  level: string;
  begins: ColumnType<string | null, string | null | undefined, string | null>;
  ends: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string, string>;
}

export interface ImportFaults {
  importId: string;
  sheet: number;
  line: number;
  col: number;
  value: string;
  whatPl: string;
  whatEn: string;
}

export interface ImportRecords {
  importId: string;
  line: number;
  slug: string;
  action: string;
  fields: ColumnType<string[], string[] | undefined, string[]>;
  body: ColumnType<unknown, string | null | undefined, string | null>;
  recordId: ColumnType<string | null, string | null | undefined, string | null>;
  basedOn: ColumnType<string | null, string | null | undefined, string | null>;
  revisionNumber: ColumnType<number | null, number | null | undefined, number | null>;
}

export interface ImportRows {
  importId: string;
  sheet: number;
  line: number;
  key: string;
  cells: ColumnType<unknown, string, string>;
}

export interface Imports {
  id: string;
  kind: ColumnType<string | null, string | null | undefined, string | null>;
  fileName: string;
  format: ColumnType<string | null, string | null | undefined, string | null>;
  file: Buffer;
  state: string;
  refusal: ColumnType<string | null, string | null | undefined, string | null>;
  detail: ColumnType<string | null, string | null | undefined, string | null>;
  mapping: ColumnType<unknown, string | null | undefined, string | null>;
  asDrafts: ColumnType<boolean, boolean | undefined, boolean>;
  doneLines: ColumnType<number, number | undefined, number>;
  allLines: ColumnType<number, number | undefined, number>;
  round: ColumnType<number, number | undefined, number>;
  counts: ColumnType<unknown, string | undefined, string>;
  madeBy: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
  finishedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface Institutions {
  id: string;
  name: ColumnType<string | null, string | null | undefined, string | null>;
  folded: ColumnType<string | null, string | null | undefined, string | null>;
  kind: string;
  themes: string[];
  description: ColumnType<string | null, string | null | undefined, string | null>;
  url: ColumnType<string | null, string | null | undefined, string | null>;
  address: ColumnType<string | null, string | null | undefined, string | null>;
  source: string;
  createdAt: ColumnType<Date, Date | string, Date | string>;
  confirmedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  deactivatedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  deletedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}

export interface IntakeItems {
  id: string;
  arrivedAt: ColumnType<Date, Date | string, Date | string>;
  via: string;
  senderName: ColumnType<string | null, string | null | undefined, string | null>;
  senderAddress: ColumnType<string | null, string | null | undefined, string | null>;
  senderDomain: ColumnType<string | null, string | null | undefined, string | null>;
  subject: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<string | null, string | null | undefined, string | null>;
  isCut: ColumnType<boolean, boolean | undefined, boolean>;
  url: ColumnType<string | null, string | null | undefined, string | null>;
  sentAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  attachments: ColumnType<unknown, string | undefined, string>;
  fingerprint: ColumnType<string | null, string | null | undefined, string | null>;
  state: string;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  draftId: ColumnType<string | null, string | null | undefined, string | null>;
  settledAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  settledBy: ColumnType<string | null, string | null | undefined, string | null>;
  erasedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface Jobs {
  id: string;
  name: string;
  payload: ColumnType<unknown, string, string>;
  runAt: ColumnType<Date, Date | string, Date | string>;
  onceKey: ColumnType<string | null, string | null | undefined, string | null>;
  attempts: ColumnType<number, number | undefined, number>;
  doneAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  failedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  lastError: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface Labels {
  revisionId: string;
  recordId: string;
  authorId: string;
  publisherId: string;
  bodyPl: string;
  bodyEn: string;
  producedAt: ColumnType<Date, Date | string, Date | string>;
  publishedAt: ColumnType<Date, Date | string, Date | string>;
  updatedAt: ColumnType<Date, Date | string, Date | string>;
  revisionNumber: number;
}

export interface Mails {
  id: string;
  messageId: string;
  onceKey: ColumnType<string | null, string | null | undefined, string | null>;
  recipient: string;
  subject: string;
  textBody: string;
  htmlBody: string;
  headers: ColumnType<unknown, string, string>;
  createdAt: ColumnType<Date, Date | string, Date | string>;
  nextTryAt: ColumnType<Date, Date | string, Date | string>;
  attempts: ColumnType<number, number | undefined, number>;
  sentAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  givenUpAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  lastError: ColumnType<string | null, string | null | undefined, string | null>;
  bulk: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface Mandates {
  id: string;
  organisationId: string;
  begins: ColumnType<string | null, string | null | undefined, string | null>;
  ends: ColumnType<string | null, string | null | undefined, string | null>;
  body: ColumnType<unknown, string, string>;
}

export interface MembershipStatuses {
  membershipId: string;
  position: number;
  fromDay: ColumnType<string | null, string | null | undefined, string | null>;
  toDay: ColumnType<string | null, string | null | undefined, string | null>;
  status: string;
}

export interface Memberships {
  id: string;
  organisationId: string;
  period: number;
  holder: string;
  decidedBy: string;
  character: string;
  unitId: ColumnType<string | null, string | null | undefined, string | null>;
  begins: ColumnType<string | null, string | null | undefined, string | null>;
  folded: string;
  body: ColumnType<unknown, string, string>;
}

export interface NetworkMembers {
  networkId: string;
  position: number;
  name: string;
  country: string;
  joined: ColumnType<string | null, string | null | undefined, string | null>;
  role: string;
  field: ColumnType<string | null, string | null | undefined, string | null>;
  asOf: ColumnType<string | null, string | null | undefined, string | null>;
  sourceId: ColumnType<string | null, string | null | undefined, string | null>;
  geonames: ColumnType<number | null, number | null | undefined, number | null>;
  place: ColumnType<string | null, string | null | undefined, string | null>;
  lat: ColumnType<number | null, number | null | undefined, number | null>;
  lon: ColumnType<number | null, number | null | undefined, number | null>;
  population: ColumnType<number | null, number | null | undefined, number | null>;
  folded: string;
  words: ColumnType<string, undefined, undefined>;
}

export interface Networks {
  id: string;
  namePl: string;
  nameEn: string;
  scope: string;
  listedMembers: number;
  body: ColumnType<unknown, string, string>;
}

export interface Objectives {
  id: string;
  framework: string;
  code: string;
  body: ColumnType<unknown, string, string>;
}

export interface OfferCalls {
  offerId: string;
  takes: ColumnType<string, string | undefined, string>;
  formNumber: ColumnType<number | null, number | null | undefined, number | null>;
  draft: ColumnType<unknown, string, string>;
  version: ColumnType<number, number | undefined, number>;
  updatedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface OfferCoordinators {
  offerId: string;
  actorId: string;
  since: ColumnType<Date, Date | string, Date | string>;
}

export interface OfferNotices {
  offerId: string;
  mails: number;
}

export interface OfferScorers {
  offerId: string;
  actorId: string;
  since: ColumnType<Date, Date | string, Date | string>;
}

export interface OfferUses {
  id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  offerId: string;
  lang: string;
  kind: string;
  name: ColumnType<string | null, string | null | undefined, string | null>;
  email: ColumnType<string | null, string | null | undefined, string | null>;
  institutionKey: ColumnType<string | null, string | null | undefined, string | null>;
  outcome: string;
  happened: ColumnType<string | null, string | null | undefined, string | null>;
  told: ColumnType<string | null, string | null | undefined, string | null>;
  fingerprint: ColumnType<string | null, string | null | undefined, string | null>;
  state: string;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  draftId: ColumnType<string | null, string | null | undefined, string | null>;
  settledAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  settledBy: ColumnType<string | null, string | null | undefined, string | null>;
  erasedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface Offers {
  id: string;
  organisationId: ColumnType<string | null, string | null | undefined, string | null>;
  type: string;
  themes: string[];
  audiences: string[];
  intermediary: string;
  opens: ColumnType<string | null, string | null | undefined, string | null>;
  deadlineAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  cityDeadlineAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  begins: ColumnType<string | null, string | null | undefined, string | null>;
  ends: ColumnType<string | null, string | null | undefined, string | null>;
  folded: string;
  body: ColumnType<unknown, string, string>;
}

export interface OneTimeLinks {
  tokenHash: string;
  actorId: string;
  purpose: string;
  madeBy: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
  expiresAt: ColumnType<Date, Date | string, Date | string>;
  usedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface Organisations {
  id: string;
  namePl: string;
  nameEn: string;
  kind: string;
  scope: string;
  themes: string[];
  seatCountry: ColumnType<string | null, string | null | undefined, string | null>;
  networkId: ColumnType<string | null, string | null | undefined, string | null>;
  folded: string;
  body: ColumnType<unknown, string, string>;
}

export interface People {
  actorId: string;
  name: string;
  email: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface PreviewLinks {
  tokenHash: string;
  revisionId: string;
  madeBy: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
  expiresAt: ColumnType<Date, Date | string, Date | string>;
}

export interface Procedures {
  id: string;
  organisationId: string;
  closed: boolean;
  body: ColumnType<unknown, string, string>;
}

export interface Publications {
  id: string;
  revisionId: string;
  recordId: string;
  action: string;
  at: ColumnType<Date, Date | string, Date | string>;
  actorId: string;
  whyPl: ColumnType<string | null, string | null | undefined, string | null>;
  whyEn: ColumnType<string | null, string | null | undefined, string | null>;
  override: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface ReconciliationDrafts {
  reconciliationId: string;
  difference: string;
  draftId: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
}

export interface Reconciliations {
  id: string;
  about: string;
  network: ColumnType<string | null, string | null | undefined, string | null>;
  fileName: string;
  list: ColumnType<unknown, string, string>;
  source: ColumnType<unknown, string, string>;
  answers: ColumnType<unknown, string | undefined, string>;
  version: ColumnType<number, number | undefined, number>;
  madeBy: string;
  madeAt: ColumnType<Date, Date | string, Date | string>;
}

export interface Records {
  id: string;
  kind: string;
  slug: string;
  createdAt: ColumnType<Date, Date | string, Date | string>;
}

export interface RegisterVersion {
  one: ColumnType<boolean, boolean | undefined, boolean>;
  version: number;
  changedAt: ColumnType<Date, Date | string, Date | string>;
}

export interface ReportsMade {
  id: string;
  year: number;
  lang: string;
  format: string;
  kind: string;
  state: string;
  progress: ColumnType<number, number | undefined, number>;
  madeBy: string;
  askedAt: ColumnType<Date, Date | string, Date | string>;
  toldAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  attempts: ColumnType<number, number | undefined, number>;
  readyAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  problem: ColumnType<string | null, string | null | undefined, string | null>;
  fileName: ColumnType<string | null, string | null | undefined, string | null>;
  size: ColumnType<number | null, number | null | undefined, number | null>;
  file: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>;
}

export interface Revisions {
  id: string;
  recordId: string;
  number: number;
  schemaVersion: number;
  body: ColumnType<unknown, string, string>;
  authorId: string;
  basedOn: ColumnType<string | null, string | null | undefined, string | null>;
  createdAt: ColumnType<Date, Date | string, Date | string>;
}

export interface SearchDocuments {
  recordId: string;
  lang: string;
  kind: string;
  title: string;
  path: string;
  folded: string;
  names: string[];
  text: string;
  titleFolded: string;
  exact: string[];
  words: ColumnType<string, undefined, undefined>;
  titleWords: ColumnType<string, undefined, undefined>;
}

export interface SearchWords {
  recordId: string;
  lang: string;
  word: string;
  kind: string;
  inTitle: boolean;
  rank: number;
  title: string;
}

export interface Settings {
  name: string;
  value: ColumnType<unknown, string, string>;
}

export interface SignInLimits {
  key: string;
  since: ColumnType<Date, Date | string, Date | string>;
  count: number;
}

export interface SlugHistory {
  kind: string;
  slug: string;
  recordId: string;
}

export interface SourceChecks {
  url: string;
  host: string;
  askedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  outcome: ColumnType<string | null, string | null | undefined, string | null>;
  problem: ColumnType<string | null, string | null | undefined, string | null>;
  brokenSince: ColumnType<string | null, string | null | undefined, string | null>;
  brokenOn: ColumnType<string | null, string | null | undefined, string | null>;
  brokenDays: ColumnType<number, number | undefined, number>;
}

export interface Staff {
  actorId: string;
  lang: string;
  invitedBy: string;
  invitedAt: ColumnType<Date, Date | string, Date | string>;
  joinedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  deactivatedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
  publishingMails: ColumnType<boolean, boolean | undefined, boolean>;
}

export interface Subscribers {
  id: string;
  email: string;
  lang: string;
  confirmedAt: ColumnType<Date, Date | string, Date | string>;
  lookedOn: string;
  mailedOn: ColumnType<string | null, string | null | undefined, string | null>;
}

export interface SubscriptionRequests {
  id: string;
  tokenHash: string;
  email: ColumnType<string | null, string | null | undefined, string | null>;
  lang: string;
  filters: ColumnType<unknown, string | null | undefined, string | null>;
  rhythm: ColumnType<string | null, string | null | undefined, string | null>;
  madeAt: ColumnType<Date, Date | string, Date | string>;
  expiresAt: ColumnType<Date, Date | string, Date | string>;
  usedAt: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
}

export interface SubscriptionTries {
  key: string;
  since: ColumnType<Date, Date | string, Date | string>;
  count: number;
}

export interface Subscriptions {
  id: string;
  subscriberId: string;
  filters: ColumnType<unknown, string, string>;
  filtersKey: string;
  rhythm: string;
  createdAt: ColumnType<Date, Date | string, Date | string>;
  toldUntil: ColumnType<Date, Date | string, Date | string>;
}

export interface TaskNotes {
  key: string;
  dueOn: ColumnType<string | null, string | null | undefined, string | null>;
  until: ColumnType<string | null, string | null | undefined, string | null>;
  reason: string;
  byId: string;
  at: ColumnType<Date, Date | string, Date | string>;
}

export interface Trips {
  id: string;
  organisationId: string;
  begins: ColumnType<string | null, string | null | undefined, string | null>;
  ends: ColumnType<string | null, string | null | undefined, string | null>;
  reported: boolean;
  body: ColumnType<unknown, string, string>;
}

export interface Units {
  id: string;
  namePl: string;
  nameEn: string;
  body: ColumnType<unknown, string, string>;
}

export interface Tables {
  accountRoles: AccountRoles;
  actMemberships: ActMemberships;
  activities: Activities;
  activityOrganisations: ActivityOrganisations;
  actors: Actors;
  acts: Acts;
  applicationFiles: ApplicationFiles;
  applicationForms: ApplicationForms;
  applicationMessages: ApplicationMessages;
  applicationNumbers: ApplicationNumbers;
  applicationScores: ApplicationScores;
  applicationSteps: ApplicationSteps;
  applications: Applications;
  articles: Articles;
  asks: Asks;
  assessments: Assessments;
  audit: Audit;
  calendarSecrets: CalendarSecrets;
  changes: Changes;
  contactLinks: ContactLinks;
  contactSessions: ContactSessions;
  contactTries: ContactTries;
  contacts: Contacts;
  criteriaSets: CriteriaSets;
  currentRevisions: CurrentRevisions;
  cycleScorers: CycleScorers;
  cycleScores: CycleScores;
  cycles: Cycles;
  decisions: Decisions;
  digests: Digests;
  drafts: Drafts;
  effects: Effects;
  erasures: Erasures;
  feedback: Feedback;
  feedbackContacts: FeedbackContacts;
  feedbackKeys: FeedbackKeys;
  feedbackSenders: FeedbackSenders;
  files: Files;
  functions: Functions;
  importFaults: ImportFaults;
  importRecords: ImportRecords;
  importRows: ImportRows;
  imports: Imports;
  institutions: Institutions;
  intakeItems: IntakeItems;
  jobs: Jobs;
  labels: Labels;
  mails: Mails;
  mandates: Mandates;
  membershipStatuses: MembershipStatuses;
  memberships: Memberships;
  networkMembers: NetworkMembers;
  networks: Networks;
  objectives: Objectives;
  offerCalls: OfferCalls;
  offerCoordinators: OfferCoordinators;
  offerNotices: OfferNotices;
  offerScorers: OfferScorers;
  offerUses: OfferUses;
  offers: Offers;
  oneTimeLinks: OneTimeLinks;
  organisations: Organisations;
  people: People;
  previewLinks: PreviewLinks;
  procedures: Procedures;
  publications: Publications;
  reconciliationDrafts: ReconciliationDrafts;
  reconciliations: Reconciliations;
  records: Records;
  registerVersion: RegisterVersion;
  reportsMade: ReportsMade;
  revisions: Revisions;
  searchDocuments: SearchDocuments;
  searchWords: SearchWords;
  settings: Settings;
  signInLimits: SignInLimits;
  slugHistory: SlugHistory;
  sourceChecks: SourceChecks;
  staff: Staff;
  subscribers: Subscribers;
  subscriptionRequests: SubscriptionRequests;
  subscriptionTries: SubscriptionTries;
  subscriptions: Subscriptions;
  taskNotes: TaskNotes;
  trips: Trips;
  units: Units;
}
