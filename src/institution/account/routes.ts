import { institutionPages as at } from '#web/institution-paths.ts';
import { showRegistration, takeRegistration } from '../entry/registration.tsx';
import { showLink, takeLink } from '../entry/link.tsx';
import { showRegistrationSent, showSignIn, showSignInSent, takeSignIn, takeSignOut } from '../entry/sign-in.tsx';
import { get, openGet, openPost, post, type InstitutionRoute } from '../page.ts';
import { showDetails, takeDetails } from './details.tsx';
import { showInstitutionErasure, showSelfErasure, takeInstitutionErasure, takeSelfErasure } from './erasure.tsx';
import { showHome } from './home.tsx';
import { showPeople, showRemoval, takeInvitation, takeInvitationAgain, takeRemoval } from './people.tsx';
import { sendOwnData, showSelf, takeSelf } from './self.tsx';

/** Registering, coming in, one's own data, and leaving. */
export const accountRoutes: readonly InstitutionRoute[] = [
  openGet(at.institution, showHome),
  openGet(at.registration, showRegistration),
  openPost(at.registration, takeRegistration),
  openGet(at.registrationSent, showRegistrationSent),
  openGet(at.signIn, showSignIn),
  openPost(at.signIn, takeSignIn),
  openGet(at.signInSent, showSignInSent),
  openPost(at.signOut, takeSignOut),
  openGet(at.link, showLink),
  openPost(at.link, takeLink),
  get(at.institutionData, showDetails),
  post(at.institutionData, takeDetails),
  get(at.people, showPeople),
  post(at.people, takeInvitation),
  post(at.personInvitation, takeInvitationAgain),
  get(at.personRemoval, showRemoval),
  post(at.personRemoval, takeRemoval),
  get(at.ownData, showSelf),
  post(at.ownData, takeSelf),
  get(at.ownExport, sendOwnData),
  get(at.selfErasure, showSelfErasure),
  openPost(at.selfErasure, takeSelfErasure),
  get(at.institutionErasure, showInstitutionErasure),
  openPost(at.institutionErasure, takeInstitutionErasure),
];
