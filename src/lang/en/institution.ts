import type { institution as pl } from '../pl/institution.ts';

/** The frame of the pages for people of institutions: what stands around each of them. */
export const institution: typeof pl = {
  zone: 'Institutions’ area',
  barLabel: 'Signed-in institution',
  signedIn: (name, body) => `${name}, ${body}`,
  bar: { zone: 'Institutions’ area', data: 'Institution details', people: 'People', own: 'My data' },
  signOut: 'Sign out',
  done: {
    saved: 'Saved.',
    sent: 'Sent.',
    invited: 'We have sent the invitation.',
    removed: 'The person has been removed.',
    signedOut: 'You have signed out.',
    signedOutEverywhere: 'You have signed out on every device.',
    signedIn: 'You have signed in.',
    confirmed: 'The address is confirmed. The institution is registered.',
    joined: 'The address is confirmed. You can act for the institution.',
    selfErased: 'Your data have been erased.',
    institutionErased: 'The data of the institution and its people have been erased.',
    subscribed: 'The address is confirmed. The notifications are on.',
    choiceRemoved: 'The choice is removed.',
  },
  elsewhere: {
    title: 'The form was not accepted',
    text: 'This form was sent from another site. Open it again in this service and send it once more.',
    back: 'Institutions’ area',
  },
  signedOutForm: {
    title: 'Your session has ended',
    text: 'Nothing is lost. Open the sign-in page in a new tab, sign in, come back here and send the form again.',
    signIn: 'Sign in in a new tab',
    again: 'Send again',
  },
};
