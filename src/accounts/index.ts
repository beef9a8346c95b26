/** The door: who is at work in the office, what they may do, and how they come in. */
export { holds, roles, type Role, type SignedIn } from './signed-in.ts';
export { createAccounts, type Accounts, type SendLetter } from './accounts.ts';
export { challenged, giveCode, signInWithPassword, signOut, type Entry } from './sign-in.ts';
export { firstAdministratorLink, inviteByOperator } from './invite.ts';
export { lookAtLink, takePlace } from './take-link.ts';
export { beginCodes, codesToScan, confirmCodes, hasCodes, removeCodes, renewBackupCodes } from './codes.ts';
export { forgetPersonAgain } from './forget-person.ts';
export { forgetTries } from './limits.ts';
export { passwordProblem } from './passwords.ts';
export { changePassword, checkPassword, endSessions, hasPassword, isFresh, openSessions, type OpenSession } from './sessions.ts';
export { addPasskey, newPasskeyQuestion, passkeyQuestion, passkeysOf, removePasskey, signInWithPasskey, type Passkey } from './passkeys.ts';
export { changeRoles, colleagues, endSessionsOf, erasePerson, invitePerson, newLinkFor, removeSecondFactors, renamePerson, saveSelf, setActive, type Colleague } from './people.ts';
export { sendPasswordLink } from './forgotten.ts';
export { callbackPath, fromSingleSignOn, toSingleSignOn } from './single-sign-on.ts';
