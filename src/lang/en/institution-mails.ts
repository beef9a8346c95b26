import type { institutionMails as pl } from '../pl/institution-mails.ts';

/** Mails to people of institutions. */
export const institutionMails: typeof pl = {
  confirm: {
    subject: (institution) => `Confirm the registration: ${institution}`,
    lines: (institution) => [
      `Somebody gave this address when registering an institution in the service: ${institution}.`,
      'Open the link and press the button. Only then will the registration take effect. The link works for 7 days and only once.',
      'If this is a mistake, do nothing. We erase what is not confirmed.',
    ],
    action: 'Confirm the address',
  },
  invitation: {
    subject: (institution) => `An invitation to act for an institution: ${institution}`,
    byColleague: (inviter, institution) => `${inviter} invites you to act in the service for this institution: ${institution}.`,
    byOffice: (institution) => `The city office invites you to act in the service for this institution: ${institution}.`,
    lines: [
      'Once you have accepted, you will see the institution’s applications for offers of international organisations and can work on them together with the others.',
      'The link works for 7 days and only once. If you do not wish to accept it, do nothing.',
    ],
    action: 'See the invitation',
  },
  signIn: {
    subject: (service) => `Your sign-in link: ${service}`,
    one: (institution) => `This link signs you in for the institution: ${institution}. It works for 2 hours and only once.`,
    many: 'Choose the institution for which you want to sign in. Each link works only once, those for signing in for 2 hours.',
    confirmOne: (institution) => `Your address has not been confirmed yet for this institution: ${institution}. The link works for 7 days and only once.`,
    ignore: 'If you did not ask for a link, do nothing. Nobody can sign in without it.',
    action: 'Sign in',
    confirmAction: 'Confirm the address',
  },
  unknown: {
    subject: (service) => `A request for a sign-in link: ${service}`,
    lines: [
      'Somebody asked for a sign-in link for this address, but it is not recorded with any institution.',
      'If it was you, use another address, ask somebody at your institution to invite you, or register the institution.',
      'If it was not you, do nothing. The address stays only in the list of mails that were sent, for 90 days at most.',
    ],
    action: 'Register an institution',
  },
  known: {
    subject: (institution) => `The institution is already registered: ${institution}`,
    lines: (institution) => [
      `Somebody tried to register this institution again with this address: ${institution}. It is already here, and you can act for it.`,
      'The link signs you in without a password. It works for 2 hours and only once.',
    ],
    action: 'Sign in',
  },
  removed: {
    subject: (institution) => `You no longer act for the institution: ${institution}`,
    lines: (institution) => [`Somebody from the institution ${institution} has erased your data from the service. It no longer holds your name or address.`],
  },
  erased: {
    subject: (institution) => `The institution’s account has been erased: ${institution}`,
    lines: (institution) => [
      `The data of the institution ${institution} and its people have been erased from the service. Only figures remain: the kind of institution, its themes and the outcomes of applications, without any names.`,
    ],
  },
  why: 'The service sent this mail because somebody entered this address in it.',
};
