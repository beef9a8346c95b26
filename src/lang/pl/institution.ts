/** The frame of the pages for people of institutions: what stands around each of them. */
export const institution = {
  zone: 'Strefa instytucji',
  barLabel: 'Zalogowana instytucja',
  signedIn: (name: string, body: string) => `${name}, ${body}`,
  bar: { zone: 'Strefa instytucji', data: 'Dane instytucji', people: 'Osoby', own: 'Moje dane' },
  signOut: 'Wyloguj',
  done: {
    saved: 'Zapisano.',
    sent: 'Wysłano.',
    invited: 'Wysłaliśmy zaproszenie.',
    removed: 'Osoba została usunięta.',
    signedOut: 'Wylogowano.',
    signedOutEverywhere: 'Wylogowano na wszystkich urządzeniach.',
    signedIn: 'Zalogowano.',
    confirmed: 'Adres jest potwierdzony. Instytucja jest zarejestrowana.',
    joined: 'Adres jest potwierdzony. Możesz działać w imieniu instytucji.',
    selfErased: 'Twoje dane są usunięte.',
    institutionErased: 'Dane instytucji i jej osób są usunięte.',
    subscribed: 'Adres jest potwierdzony. Powiadomienia są włączone.',
    choiceRemoved: 'Wybór jest usunięty.',
  },
  elsewhere: {
    title: 'Formularz nie został przyjęty',
    text: 'Ten formularz wysłano z innej strony. Otwórz go jeszcze raz w tym serwisie i wyślij ponownie.',
    back: 'Strefa instytucji',
  },
  signedOutForm: {
    title: 'Sesja wygasła',
    text: 'Nic nie przepadło. Otwórz logowanie w nowej karcie, zaloguj się, wróć tutaj i wyślij formularz jeszcze raz.',
    signIn: 'Zaloguj się w nowej karcie',
    again: 'Wyślij ponownie',
  },
};
