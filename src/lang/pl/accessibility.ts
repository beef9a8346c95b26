/**
 * The accessibility statement. Its order follows the technical conditions of accessibility statements, version 2.0 of 31 July 2024;
 * the deadlines are those of article 18 of the Act of 4 April 2019 on digital accessibility.
 */
export const accessibility = {
  title: 'Deklaracja dostępności',
  lead: 'Mówi, czy z tego serwisu może korzystać każdy, co w nim jeszcze przeszkadza i co można z tym zrobić.',
  description: 'Deklaracja dostępności cyfrowej serwisu: zgodność z ustawą, znane braki, kontakt i procedura.',
  none: 'brak',
  scope: {
    id: 'czego-dotyczy',
    heading: 'Czego dotyczy deklaracja?',
    demonstration:
      'Ustawa z 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych wymaga deklaracji od urzędów. Wersja demonstracyjna nie jest serwisem urzędu, więc ten obowiązek jej nie dotyczy. Deklaracja stoi tu, bo serwis miasta musi ją mieć, i mówi prawdę o tej wersji.',
    own: (body: string) =>
      `${body} zapewnia dostępność tego serwisu zgodnie z ustawą z 4 kwietnia 2019 r. o dostępności cyfrowej stron internetowych i aplikacji mobilnych podmiotów publicznych.`,
    body: 'Kto prowadzi serwis',
    what: 'Zakres',
    website: (title: string) => `strona internetowa „${title}”`,
    address: 'Adres',
    published: 'Data publikacji serwisu',
    updated: 'Data ostatniej istotnej zmiany',
  },
  status: {
    id: 'zgodnosc',
    heading: 'Czy serwis jest zgodny z ustawą?',
    text: 'Serwis jest częściowo zgodny z ustawą o dostępności cyfrowej. Nie wykryto w nim błędów, ale pełnej zgodności nikt z zewnątrz nie potwierdził, a poniższych rzeczy brakuje.',
    missing: [
      'Nie ma tekstu łatwego do czytania ani nagrań w polskim języku migowym.',
      'Część zapisów nie ma tekstu angielskiego. Na stronach angielskich stoi wtedy tekst polski, oznaczony jako polski.',
      'Źródła leżą na stronach innych instytucji. Za ich dostępność odpowiadają te instytucje.',
    ],
    keyboard:
      'Cały serwis działa z klawiatury i przy wyłączonych skryptach. Pierwszy klawisz Tab prowadzi do odsyłacza, który przenosi do treści. Serwis nie ma własnych skrótów klawiszowych, a tylko zwykłe skróty przeglądarki.',
  },
  made: {
    id: 'jak-sprawdzono',
    heading: 'Jak to sprawdzono?',
    drawnUp: 'Deklarację sporządzono',
    how: 'Podstawa',
    assessment:
      'Samoocena twórców oprogramowania. Każdy rodzaj strony sprawdzono narzędziem axe-core według reguł WCAG 2.0, 2.1 i 2.2 na poziomach A i AA: po polsku i po angielsku, w jasnym i ciemnym wyglądzie, na szerokim i wąskim ekranie. Narzędzie nie zgłosiło ani jednego naruszenia.',
    limits: 'Narzędzie wykrywa tylko część barier. Nie było badania przez podmiot zewnętrzny ani testów z osobami z niepełnosprawnościami.',
  },
  contact: {
    heading: 'Z kim się skontaktować?',
    demonstration: 'Wersja demonstracyjna nie ma adresu ani telefonu do kontaktu. W serwisie miasta stałyby tu dane urzędu i osoby, która odpowiada za dostępność.',
    unit: (unit: string) => `O dostępności można porozmawiać z komórką: ${unit}.`,
    own: 'Urząd nie podał jeszcze danych do kontaktu w sprawie dostępności.',
    form: 'Zgłoś uwagę w formularzu',
    formNote: 'W wersji demonstracyjnej uwaga zostaje w tej instalacji i nie trafia do urzędu miasta.',
    email: 'E-mail',
    phone: 'Telefon',
  },
  procedure: {
    heading: 'Jak zażądać dostępności i jak się poskarżyć?',
    demonstration: 'Wersja demonstracyjna nie ma urzędu, do którego można wystąpić. W serwisie miasta postępowanie wyglądałoby tak:',
    own: 'Postępowanie określa art. 18 ustawy:',
    steps: [
      'Każdy może zażądać, by strona lub jej część stała się dostępna, albo poprosić o tę samą treść w inny sposób, na przykład przez odczytanie dokumentu.',
      'W żądaniu podaje się swoje dane, stronę, o którą chodzi, sposób kontaktu, a jeśli trzeba, także dogodny inny sposób dostępu.',
      'Urząd spełnia żądanie bez zwłoki, najpóźniej w 7 dni. Jeśli to niemożliwe, od razu podaje nowy termin, nie dłuższy niż 2 miesiące od złożenia żądania.',
      'Gdy nie może zapewnić dostępności, proponuje inny sposób dostępu. Jeśli odmówi i jednego, i drugiego, można złożyć do niego skargę.',
      'Potem można napisać do Rzecznika Praw Obywatelskich.',
    ],
    ombudsman: 'Strona Rzecznika Praw Obywatelskich',
  },
  apps: { heading: 'Czy są aplikacje mobilne?', text: 'Nie. Serwis działa w przeglądarce, także na telefonie.' },
  building: {
    heading: 'Czy można wejść do urzędu?',
    demonstration: 'Wersja demonstracyjna nie ma siedziby. W serwisie miasta stałby tu opis wejść, wind, toalet i miejsc parkingowych urzędu.',
    own: 'Urząd nie podał jeszcze, czy i jak można dostać się do jego siedziby.',
  },
  talking: {
    heading: 'Jak można się porozumieć?',
    demonstration: 'Wersja demonstracyjna nie obsługuje nikogo na miejscu ani przez telefon. W serwisie miasta stałoby tu, jak umówić tłumacza i jak napisać do urzędu.',
    own: 'Urząd nie podał jeszcze, jak można się z nim porozumieć, na przykład przez tłumacza.',
    easyId: 'tekst-latwy',
    easy: 'Tekst łatwy do czytania',
    easyText: 'Takiego tekstu jeszcze nie ma. Powinien tu stanąć prosty opis tego, czym zajmuje się urząd i jak działa ten serwis.',
    signId: 'jezyk-migowy',
    sign: 'Polski język migowy',
    signText: 'Takiego nagrania jeszcze nie ma. Powinien tu stanąć film w polskim języku migowym (PJM) o tym samym.',
  },
} as const;
