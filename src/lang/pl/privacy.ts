import { plural } from '../numbers.ts';

/** Privacy and cookies: what the code does, and nothing else. */
export const privacy = {
  title: 'Prywatność',
  lead: 'Do czytania serwisu nie trzeba konta ani zgody. Serwis nie śledzi czytelników i nie liczy odwiedzin.',
  description: 'Co serwis wie o czytelniku, co zapisuje i czego nie robi.',
  sections: [
    {
      id: 'czytanie',
      heading: 'Co serwis wie o tym, kto czyta?',
      text: [
        'Serwer poznaje adres IP i to, o którą stronę ktoś prosi, bo inaczej nie mógłby odpowiedzieć. Tego, kto co czytał, nie zapisuje. Nie ma dziennika odwiedzin ani statystyk.',
        'Wszystko, co widać na stronie, pochodzi z tego samego serwera: kroje pisma, rysunki, skrypty. Przeglądarka nie łączy się z żadną inną firmą, dopóki ktoś nie otworzy odsyłacza do źródła.',
        'Przed serwisem może stać pośrednik sieciowy, który prowadzi własny dziennik. Odpowiada za niego ten, kto utrzymuje serwer.',
      ],
    },
    {
      id: 'dziennik-bledow',
      heading: 'Co zapisuje dziennik błędów?',
      text: [
        'Gdy serwer nie potrafi odpowiedzieć z powodu usterki, zapisuje numer zdarzenia, adres strony razem z zapytaniem i opis usterki. Jeśli w adresie były szukane słowa, też tam trafią. Adresu IP w dzienniku nie ma.',
      ],
    },
    {
      id: 'uwagi',
      heading: 'Co się dzieje z uwagami?',
      text: [
        'Uwaga wysłana formularzem zostaje zapisana razem z adresem strony, której dotyczy, i czasem. Adres e-mail nadawcy jest zapisywany tylko wtedy, gdy nadawca sam go poda, i służy tylko do odpowiedzi.',
        'Żeby formularza nie zalał jeden nadawca, serwis liczy przez dobę uwagi z jednego adresu IP. Zamiast adresu przechowuje jego skrót, którego klucz zmienia się codziennie.',
      ],
    },
    {
      id: 'powiadomienia',
      heading: 'Co się dzieje z adresem podanym do powiadomień?',
      text: [
        'Kto zamawia powiadomienia o ofertach, podaje adres e-mail i wybiera filtry. Powiadomienia przychodzą dopiero wtedy, gdy właściciel adresu potwierdzi prośbę odsyłaczem; adres niepotwierdzony znika po 7 dniach. Adres służy tylko do tych wiadomości.',
        'W każdej wiadomości są dwa odsyłacze: jeden pokazuje wszystko, co serwis zapisał, i pozwala to zmienić, drugi kończy powiadomienia i od razu usuwa adres, także z wiadomości, które czekają na wysłanie. Serwis nie sprawdza, czy ktoś otworzył wiadomość.',
        'Żeby nikt nie zasypał cudzej skrzynki, serwis liczy przez dobę prośby z jednego adresu IP i na jeden adres e-mail. Zamiast adresów przechowuje wtedy ich skróty.',
      ],
    },
    {
      id: 'instytucje',
      heading: 'Co serwis wie o instytucjach i ich osobach?',
      text: [
        'Kto rejestruje instytucję, podaje jej nazwę i rodzaj, a o sobie imię, nazwisko i adres e-mail. Rejestracja działa dopiero po potwierdzeniu odsyłaczem z wiadomości; niepotwierdzona znika po dwóch tygodniach. Te dane widzą osoby z tej instytucji, administrator i koordynatorzy ofert w urzędzie, nikt inny.',
        'Hasła nie ma: do logowania służy jednorazowy odsyłacz. Zalogowaną osobę rozpoznaje plik cookie, najdłużej przez 30 dni. Serwis zapisuje, kiedy się zalogowała, i przechowuje tylko skróty odsyłaczy i sesji.',
        'Każda osoba może na swojej stronie zobaczyć, poprawić i pobrać wszystko, co serwis o niej przechowuje, oraz od razu usunąć swoje dane albo całe konto instytucji. W statystykach zostają wtedy liczby: rodzaj instytucji, tematy i wyniki zgłoszeń, bez nazw i nazwisk. Adres, na który poszła ostatnia wiadomość, zostaje na liście wysłanych do 90 dni.',
      ],
    },
    {
      id: 'relacje',
      heading: 'Co się dzieje z relacją o ofercie?',
      text: [
        'Kto opisuje, jak skorzystał z oferty, podaje rodzaj instytucji, rok i wynik. Nazwa i adres e-mail są nieobowiązkowe i służą tylko do sprawdzenia relacji. Urząd usuwa nazwę, adres i opis 90 dni po sprawdzeniu; zostają liczby.',
      ],
    },
    {
      id: 'biuro',
      heading: 'Co serwis wie o pracownikach biura?',
      text: [
        'Kto prowadzi rejestr, ma w serwisie konto: imię i nazwisko, adres e-mail, skrót hasła albo klucz dostępu, role i otwarte sesje. Dziennik zdarzeń mówi, kto i kiedy co zmienił.',
        'Gdy ktoś odejdzie, administrator usuwa jego imię, nazwisko i adres. Przy tym, co opublikował, zostaje rola.',
      ],
    },
    {
      id: 'nazwiska',
      heading: 'Czyje nazwiska są w rejestrze?',
      text: [
        'Rejestr wymienia tylko osoby, które pełnią lub pełniły funkcje publiczne, i tylko w związku z tymi funkcjami.',
        'Metka strony podaje, kto wytworzył informację i kto ją opublikował, bo wymaga tego ustawa o dostępie do informacji publicznej (art. 8 ust. 6). W wersji demonstracyjnej stoi tam rola, a nie nazwisko.',
      ],
    },
  ],
  applications: {
    id: 'zgloszenia',
    heading: 'Co się dzieje ze zgłoszeniem?',
    who: 'Treść zgłoszenia i załączniki widzą osoby z tej instytucji oraz koordynatorzy i oceniający tej jednej oferty. Gdy miasto przekaże zgłoszenie, widzi je też organizator.',
    kept: (months: number) =>
      `Urząd usuwa odpowiedzi, pliki i wiadomości, gdy od zakończenia sprawy ${plural(months, 'pl', { one: 'minie miesiąc', few: `miną ${months} miesiące`, many: `minie ${months} miesięcy`, other: `minie ${months} miesiąca` })}. Zostają numer, stan, daty, rodzaj instytucji i tematy, z których powstają liczby.`,
  },
  rights: {
    id: 'administrator',
    heading: 'Kto odpowiada za dane?',
    demonstration: 'Wersja demonstracyjna nie ma administratora danych ani adresu do kontaktu. W serwisie miasta stałyby tu dane urzędu i jego inspektora ochrony danych.',
    officer: (email: string) => `Administratorem danych jest urząd, który prowadzi serwis. Inspektor ochrony danych: ${email}.`,
    own: 'Administratorem danych jest urząd, który prowadzi serwis. Nie podał tu jeszcze adresu swojego inspektora ochrony danych.',
    text: 'Kogo dane są zapisane, ten może poprosić o wgląd, poprawienie albo usunięcie i może złożyć skargę do Prezesa Urzędu Ochrony Danych Osobowych.',
  },
} as const;

export const cookies = {
  title: 'Pliki cookie',
  lead: 'Strony publiczne nie zapisują plików cookie, więc nie pytają o zgodę na nie. Niezbędne pliki cookie dostają tylko osoby, które logują się do biura albo do strefy instytucji.',
  description: 'Jakie dane serwis zostawia w przeglądarce, po co i na jak długo.',
  kept: {
    id: 'co-zostaje',
    heading: 'Co zostaje w przeglądarce?',
    intro:
      'Na stronach publicznych tylko wybór wyglądu, i to dopiero wtedy, gdy ktoś go zmieni; nie jest wysyłany na serwer. Przy logowaniu do biura i do strefy instytucji także pliki cookie, których nie odczyta żaden skrypt ani inna strona.',
    caption: 'Dane, które serwis zostawia w przeglądarce',
    columns: { name: 'Nazwa', where: 'Gdzie', purpose: 'Po co', lifetime: 'Jak długo' },
    theme: {
      where: 'pamięć przeglądarki (localStorage)',
      purpose: 'pamięta, czy strona ma być jasna, czy ciemna',
      lifetime: 'do wyboru wyglądu systemowego albo wyczyszczenia danych strony w przeglądarce',
    },
    session: { where: 'plik cookie, tylko w biurze', purpose: 'rozpoznaje zalogowaną osobę', lifetime: 'do wylogowania, najdłużej 12 godzin' },
    challenge: { where: 'plik cookie, tylko w biurze', purpose: 'pamięta między hasłem a kodem, kto się loguje', lifetime: 'do podania kodu, najdłużej 10 minut' },
    passkey: { where: 'plik cookie, tylko w biurze', purpose: 'wiąże odpowiedź klucza dostępu z pytaniem', lifetime: 'do zalogowania, najdłużej 5 minut' },
    institution: { where: 'plik cookie, tylko w strefie instytucji', purpose: 'rozpoznaje zalogowaną osobę z instytucji', lifetime: 'do wylogowania, najdłużej 30 dni' },
  },
  removing: {
    id: 'jak-usunac',
    heading: 'Jak to usunąć?',
    text: 'Wystarczy wybrać wygląd systemowy w stopce albo wyczyścić dane strony w ustawieniach przeglądarki. Serwis działa tak samo, gdy przeglądarka niczego nie zapamiętuje.',
  },
} as const;
