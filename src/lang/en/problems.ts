import type { Same } from '#lang/lang.ts';
import type { problems as polish } from '#lang/pl/problems.ts';

export const problems: Same<typeof polish> = {
  badRequest: {
    title: 'The request could not be read',
    text: 'The service cannot read what it received. Check the address in your browser or go to the home page.',
  },
  forbidden: {
    title: 'This page cannot be used in this way',
    text: 'Nothing was stored. Open the form in this service and send it from there.',
  },
  notFound: {
    title: 'Page not found',
    text: 'There is nothing at this address. Check that it is typed correctly.',
  },
  methodNotAllowed: {
    title: 'You cannot do this here',
    text: 'The page at this address does not take requests of this kind.',
  },
  notAcceptable: {
    title: 'The page is not available in that form',
    text: 'The program you are using does not accept any form in which the service can send this page.',
  },
  timedOut: {
    title: 'The request did not arrive in time',
    text: 'The service did not receive the whole request. Check your connection and try again.',
  },
  tooLarge: {
    title: 'There is too much in this request',
    text: 'You have sent more than this page accepts. Shorten it or send it in parts.',
  },
  addressTooLong: {
    title: 'The address is too long',
    text: 'Shorten the address, for example by removing some filters.',
  },
  headersTooLarge: {
    title: 'The request headers are too large',
    text: 'Your browser sent too much extra information. Delete the cookies of this service and try again.',
  },
  failed: {
    title: 'Something went wrong',
    text: 'The page could not be prepared. The fault is on our side. Try again in a moment.',
  },
  unavailable: {
    title: 'The service is not available at the moment',
    text: 'Try again in a few minutes.',
  },
  details: {
    malformed: 'The address contains characters that cannot be read.',
    absolute: 'The service answers only at its own addresses.',
    host: 'The request does not properly say which service it is meant for.',
    elsewhere: 'The form was sent from a page of another service.',
    encoding: 'The form contains characters that cannot be read. Send it encoded in UTF-8.',
    repeated: 'One of the fields of the form was sent more than once.',
    notAForm: 'This page accepts form data only.',
    tooManyFields: 'The form has too many fields.',
  },
  allowed: (methods) => `Methods allowed: ${methods}.`,
  reference: (id) => `If it happens again, give the office this number: ${id}.`,
  home: 'Go to the home page',
};
