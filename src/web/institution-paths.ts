import { langs, type Lang } from '#lang/lang.ts';

/** Addresses of the pages for people of institutions and for subscribers, in both languages. They write or know who asks, so they stand outside the public pages of paths.ts. */
export const institutionPages = {
  institution: { pl: '/pl/instytucja', en: '/en/institution' },
  registration: { pl: '/pl/instytucja/rejestracja', en: '/en/institution/registration' },
  registrationSent: { pl: '/pl/instytucja/rejestracja/wyslano', en: '/en/institution/registration/sent' },
  signIn: { pl: '/pl/instytucja/logowanie', en: '/en/institution/sign-in' },
  signInSent: { pl: '/pl/instytucja/logowanie/wyslano', en: '/en/institution/sign-in/sent' },
  signOut: { pl: '/pl/instytucja/wyloguj', en: '/en/institution/sign-out' },
  link: { pl: '/pl/instytucja/odsylacz/:token', en: '/en/institution/link/:token' },
  institutionData: { pl: '/pl/instytucja/dane', en: '/en/institution/details' },
  ownData: { pl: '/pl/instytucja/moje-dane', en: '/en/institution/my-data' },
  ownExport: { pl: '/pl/instytucja/moje-dane/pobierz', en: '/en/institution/my-data/download' },
  people: { pl: '/pl/instytucja/osoby', en: '/en/institution/people' },
  personRemoval: { pl: '/pl/instytucja/osoby/:id/usun', en: '/en/institution/people/:id/remove' },
  personInvitation: { pl: '/pl/instytucja/osoby/:id/zaproszenie', en: '/en/institution/people/:id/invitation' },
  selfErasure: { pl: '/pl/instytucja/moje-dane/usun', en: '/en/institution/my-data/erase' },
  institutionErasure: { pl: '/pl/instytucja/usun', en: '/en/institution/erase' },
  application: { pl: '/pl/instytucja/zgloszenia/:id', en: '/en/institution/applications/:id' },
  applicationStep: { pl: '/pl/instytucja/zgloszenia/:id/krok', en: '/en/institution/applications/:id/step' },
  applicationMessage: { pl: '/pl/instytucja/zgloszenia/:id/wiadomosc', en: '/en/institution/applications/:id/message' },
  applicationFile: { pl: '/pl/instytucja/zgloszenia/:id/pliki/:file', en: '/en/institution/applications/:id/files/:file' },
  apply: { pl: '/pl/oferty/:slug/zgloszenie', en: '/en/offers/:slug/application' },
  interest: { pl: '/pl/oferty/:slug/zainteresowanie', en: '/en/offers/:slug/interest' },
  howItWent: { pl: '/pl/oferty/:slug/jak-poszlo', en: '/en/offers/:slug/how-it-went' },
  howItWentSent: { pl: '/pl/oferty/:slug/jak-poszlo/wyslano', en: '/en/offers/:slug/how-it-went/sent' },
  notifications: { pl: '/pl/powiadomienia', en: '/en/notifications' },
  notificationsSent: { pl: '/pl/powiadomienia/wyslano', en: '/en/notifications/sent' },
  notificationsErased: { pl: '/pl/powiadomienia/usunieto', en: '/en/notifications/erased' },
  notificationsConfirm: { pl: '/pl/powiadomienia/potwierdz/:token', en: '/en/notifications/confirm/:token' },
  notificationsKept: { pl: '/pl/powiadomienia/moje/:token', en: '/en/notifications/mine/:token' },
  notificationsLanguage: { pl: '/pl/powiadomienia/moje/:token/jezyk', en: '/en/notifications/mine/:token/language' },
  notificationsErasure: { pl: '/pl/powiadomienia/moje/:token/usun', en: '/en/notifications/mine/:token/erase' },
  notificationsAnother: { pl: '/pl/powiadomienia/moje/:token/nowe', en: '/en/notifications/mine/:token/new' },
  notificationsOne: { pl: '/pl/powiadomienia/moje/:token/:id', en: '/en/notifications/mine/:token/:id' },
  notificationsEnd: { pl: '/pl/powiadomienia/koniec/:token', en: '/en/notifications/end/:token' },
} as const satisfies Record<string, Record<Lang, string>>;

export type InstitutionPage = keyof typeof institutionPages;

/** The address of such a page, its parameters filled in. */
export const institutionAddress = (page: InstitutionPage, lang: Lang, given: Record<string, string | number> = {}): string => filled(institutionPages[page][lang], given);

/** A path with `:id` and its like filled in. */
export function filled(path: string, given: Readonly<Record<string, string | number>>): string {
  return path.replace(/:([a-z]+)/g, (_whole, name: string) => {
    const value = given[name];
    if (value === undefined) throw new Error(`the address ${path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
}

/** Whether somebody who has signed in may be led to this address of ours; never to another site. */
export const isOwnPath = (text: string): boolean =>
  text.length <= 500 && /^\/(pl|en)\/[\w/.?=&%-]*$/.test(text) && !text.includes('//') && langs.some((lang) => text.startsWith(`/${lang}/`));
