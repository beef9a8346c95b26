/** What a person reads when the service cannot answer: the plain pages of the HTTP front. */
export const problems = {
  badRequest: {
    title: 'Nie udało się odczytać żądania',
    text: 'Serwis nie może odczytać tego, co otrzymał. Sprawdź adres w przeglądarce albo przejdź na stronę główną.',
  },
  forbidden: {
    title: 'Tej strony nie można tak użyć',
    text: 'Niczego nie zapisano. Otwórz formularz w tym serwisie i wyślij go stamtąd.',
  },
  notFound: {
    title: 'Nie ma takiej strony',
    text: 'Pod tym adresem nic nie ma. Sprawdź, czy adres jest wpisany poprawnie.',
  },
  methodNotAllowed: {
    title: 'Tej czynności nie można tu wykonać',
    text: 'Strona pod tym adresem nie przyjmuje takich żądań.',
  },
  notAcceptable: {
    title: 'Brak odpowiedniej postaci strony',
    text: 'Program, z którego korzystasz, nie przyjmuje żadnej postaci, w jakiej serwis może wysłać tę stronę.',
  },
  timedOut: {
    title: 'Żądanie nie dotarło na czas',
    text: 'Serwis nie otrzymał całego żądania. Sprawdź połączenie i spróbuj ponownie.',
  },
  tooLarge: {
    title: 'Przesłana treść jest za duża',
    text: 'Przesłana treść jest większa, niż przyjmuje ta strona. Skróć ją albo podziel na części i wyślij ponownie.',
  },
  addressTooLong: {
    title: 'Adres jest za długi',
    text: 'Skróć adres, na przykład usuń część filtrów.',
  },
  headersTooLarge: {
    title: 'Nagłówki żądania są za duże',
    text: 'Przeglądarka wysłała za dużo danych dodatkowych. Usuń pliki cookie tego serwisu i spróbuj ponownie.',
  },
  failed: {
    title: 'Błąd serwisu',
    text: 'Strony nie udało się przygotować. Przyczyna leży po stronie serwisu. Spróbuj ponownie za chwilę.',
  },
  unavailable: {
    title: 'Serwis jest chwilowo niedostępny',
    text: 'Spróbuj ponownie za kilka minut.',
  },
  details: {
    malformed: 'W adresie są znaki, których nie można odczytać.',
    absolute: 'Serwis odpowiada tylko pod własnymi adresami.',
    host: 'Żądanie nie podaje poprawnie, do którego serwisu jest skierowane.',
    elsewhere: 'Formularz wysłano ze strony innego serwisu.',
    encoding: 'Formularz zawiera znaki, których nie można odczytać. Wyślij go w kodowaniu UTF-8.',
    repeated: 'Jedno z pól formularza przesłano więcej niż raz.',
    notAForm: 'Ta strona przyjmuje tylko dane formularza.',
    tooManyFields: 'Formularz ma za dużo pól.',
  },
  allowed: (methods: string) => `Dozwolone metody: ${methods}.`,
  reference: (id: string) => `Jeżeli błąd się powtarza, podaj urzędowi numer ${id}.`,
  home: 'Przejdź na stronę główną',
};
