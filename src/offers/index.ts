/** The door of offers: what organisations open to others. */
export { canApply, neededOf, ways } from './calls/can-apply.ts';
export type { Way } from './calls/can-apply.ts';
export { deadlineHere, passes } from './calls/deadline.ts';
export { goodStanding } from './calls/good-standing.ts';
export type { GoodStanding } from './calls/good-standing.ts';
export { audiences, offerTypes } from './calls/offer.ts';
export type { Deadline, Offer } from './calls/offer.ts';
export { isOpen, isPast, lacksItsDay, nextChange, nextChangeOf, offerState, offerStates } from './calls/offer-state.ts';
export type { OfferState } from './calls/offer-state.ts';
export { feesWith, findOffer, listOffers, offeredBy, offersAhead, organisationsOffering } from './calls/store.ts';
export type { ListedOffer, OfferedBy, OfferFilter } from './calls/store.ts';
export type { Contact } from './institutions/contact.ts';
export { contactOf, endAllSessions, endSession, openSession } from './institutions/sessions.ts';
export type { Filter } from './subscriptions/filter.ts';
export { forgetUnconfirmed } from './subscriptions/forget.ts';
export { linkToken } from './subscriptions/links.ts';
export { makeDigests, type Digest } from './subscriptions/make-digests.ts';
export { changeKept, eraseSubscriber, eraseSubscriberAgain, readKept, type Change, type Gone, type Kept as KeptOfSubscriber } from './subscriptions/manage.ts';
export { readOffersAt, type OffersAt } from './subscriptions/read-news.ts';
export { rhythms, type Rhythm } from './subscriptions/rhythm.ts';
export type { Wish } from './subscriptions/store.ts';
export { askToSubscribe, confirm as confirmSubscription, emailShape, readConfirmation } from './subscriptions/subscribe.ts';
export { startApplication, startInterest, takenNow } from './applications/apply.ts';
export { isWritable, saveAnswers, type SaveRefusal } from './applications/answers.ts';
export { checkPaper, type CheckedPaper, type PaperRefusal } from './applications/check-paper.ts';
export { moveApplication, withPapers, type MoveRefusal } from './applications/move.ts';
export { writeMessage } from './applications/message.ts';
export { saveScore } from './applications/score.ts';
export { changeForm, setTaking } from './applications/compose.ts';
export { meanOf, scoredBy } from './applications/choice.ts';
export {
  addToCrew,
  colleaguesAtWork,
  crewOf,
  findCall,
  formNumbered,
  isAmong,
  listCalls,
  offersNamed,
  offerWithId,
  removeFromCrew,
  scoresSomething,
  type Colleague,
  type OfferCall,
} from './applications/call-store.ts';
export {
  attributesOf,
  criterionShape,
  fieldKinds,
  fieldShape,
  maxFields,
  numberIn,
  problemsIn,
  type ApplicationForm,
  type Criterion,
  type FieldKind,
  type FormField,
} from './applications/form.ts';
export { markRead, messagesOf, papersOf, paperWithContent, scoresOf, scoresOfAll, type Message, type NamedScore, type Paper } from './applications/paper-store.ts';
export { applicationStates, isState, takesPlace, waysFrom, type ApplicationState, type Transition } from './applications/state.ts';
export {
  applicantOf,
  applicationsBy,
  applicationsFor,
  changeApplication,
  countStates,
  findApplication,
  holdApplication,
  interestShape,
  stepsOf,
  type Application,
  type ListedApplication,
  type Step,
} from './applications/store.ts';
export { deadlineOf, draftBody, filledIn, strangers, type Chosen } from './intake/draft-body.ts';
export { fieldsRead, intakeFields, takesSeveral, type FieldRead, type Finding } from './intake/finding.ts';
export { takeFromFolder } from './intake/folder.ts';
export { looksLikeMail, mailBytesAtMost, readMail, readText, type Letter, type MailRefusal } from './intake/mail.ts';
export { readCall } from './intake/read-call.ts';
export { countItems, findItem, holdItem, intakeStates, listItems, organisationSites, type IntakeItem, type IntakeState } from './intake/store.ts';
export { draftedFrom, forgetSettledMail, setAside, takeBack, takeIn } from './intake/take-in.ts';
export { enterContact, enterInstitution, switchInstitution } from './institutions/by-office.ts';
export { changeInstitution, changeSelf } from './institutions/change.ts';
export { contactsOf, findContact, type KeptContact, type KeptLink } from './institutions/contact-store.ts';
export { sessionsOf } from './institutions/session-store.ts';
export { eraseContact, eraseContactAgain, eraseInstitution, eraseInstitutionAgain } from './institutions/erase.ts';
export { exampleInstitutions, loadInstitutions } from './institutions/example.ts';
export { forgetContacts } from './institutions/forget.ts';
export {
  institutionKinds,
  readContact,
  readEmail,
  readInstitution,
  readName,
  readRegistration,
  type InstitutionProblem,
  type Problem,
  type TypedContact,
  type TypedInstitution,
} from './institutions/institution.ts';
export { inviteAgain, inviteContact } from './institutions/invite.ts';
export { asksConsent, lookAtContactLink, takeContactLink } from './institutions/links.ts';
export { ownData } from './institutions/own-data.ts';
export { registerInstitution } from './institutions/register.ts';
export { countInstitutions, findInstitution, listInstitutions, visitorActor as personInstitution, type InstitutionFilter, type KeptInstitution } from './institutions/store.ts';
export { sendWayIn } from './institutions/ways-in.ts';
export { countUses, holdUse, listUses, useStates, type StoredUse, type UseState } from './uses/store.ts';
export { effectDraftedFrom, forgetSettledUses, setUseAside, tellOfOffer } from './uses/tell.ts';
export { readUse, useOutcomes, yearsBack as useYearsBack, type UseField } from './uses/use.ts';
export { localUseBy } from './figures/local-use.ts';
export { offersKnown, yearOfOffer, type OffersKnown } from './figures/offers-known.ts';
export { readNotices, type Notices } from './figures/notices.ts';
export { readUseKnown, type Steps, type UseKnown } from './figures/use-known.ts';
export { exampleApplications, loadApplications } from './applications/example.ts';
export { forgetOldApplications } from './applications/forget.ts';
export { applicationsOf } from './applications/own-applications.ts';
export { tasksFor as applicationTasks } from './applications/tasks-store.ts';
