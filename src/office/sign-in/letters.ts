import { letter } from '#mail/index.ts';
import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { signInTexts } from './texts.ts';

type Letter = { subject: string; text: string; html: string };

/** The letter that brings a one-time link. */
export function linkLetter(purpose: 'invitation' | 'password', { city, lang, href }: { city: City; lang: Lang; href: string }): Letter {
  const { letters } = signInTexts(lang);
  const subject = purpose === 'invitation' ? letters.invitationSubject(city.title[lang]) : letters.passwordSubject(city.title[lang]);
  const [lines, text] = purpose === 'invitation' ? [letters.invitationLines, letters.invitationAction] : [letters.passwordLines, letters.passwordAction];
  return { subject, ...letter({ heading: subject, lines, action: { text, href } }, { city, lang }) };
}
