/** Mails to people of institutions. */
export const institutionMails = {
  confirm: {
    subject: (institution: string) => `Potwierdź rejestrację: ${institution}`,
    lines: (institution: string) => [
      `Ktoś podał ten adres, rejestrując w serwisie instytucję: ${institution}.`,
      'Otwórz odsyłacz i naciśnij przycisk. Dopiero wtedy rejestracja zacznie działać. Odsyłacz działa 7 dni i tylko raz.',
      'Jeśli to pomyłka, nie rób nic. Niepotwierdzone dane usuniemy.',
    ],
    action: 'Potwierdź adres',
  },
  invitation: {
    subject: (institution: string) => `Zaproszenie do działania w imieniu instytucji: ${institution}`,
    byColleague: (inviter: string, institution: string) => `${inviter} zaprasza Cię do działania w serwisie w imieniu instytucji: ${institution}.`,
    byOffice: (institution: string) => `Urząd zaprasza Cię do działania w serwisie w imieniu instytucji: ${institution}.`,
    lines: [
      'Po przyjęciu zaproszenia będziesz widzieć zgłoszenia instytucji do ofert organizacji międzynarodowych i prowadzić je razem z innymi osobami.',
      'Odsyłacz działa 7 dni i tylko raz. Jeśli nie chcesz go przyjąć, nie rób nic.',
    ],
    action: 'Zobacz zaproszenie',
  },
  signIn: {
    subject: (service: string) => `Odsyłacz do logowania: ${service}`,
    one: (institution: string) => `Ten odsyłacz loguje Cię w imieniu instytucji: ${institution}. Działa 2 godziny i tylko raz.`,
    many: 'Wybierz instytucję, w imieniu której chcesz się zalogować. Każdy odsyłacz działa tylko raz, do logowania przez 2 godziny.',
    confirmOne: (institution: string) => `Twój adres nie jest jeszcze potwierdzony przy tej instytucji: ${institution}. Odsyłacz działa 7 dni i tylko raz.`,
    ignore: 'Jeśli to nie Ty prosisz o odsyłacz, nie rób nic. Nikt się bez niego nie zaloguje.',
    action: 'Zaloguj się',
    confirmAction: 'Potwierdź adres',
  },
  unknown: {
    subject: (service: string) => `Prośba o odsyłacz do logowania: ${service}`,
    lines: [
      'Ktoś poprosił o odsyłacz do logowania dla tego adresu, ale nie jest on zapisany przy żadnej instytucji.',
      'Jeśli to Ty, użyj innego adresu, poproś o zaproszenie osobę ze swojej instytucji albo zarejestruj instytucję.',
      'Jeśli to nie Ty, nie rób nic. Adres zostanie tylko na liście wysłanych wiadomości, najdłużej przez 90 dni.',
    ],
    action: 'Zarejestruj instytucję',
  },
  known: {
    subject: (institution: string) => `Instytucja jest już zarejestrowana: ${institution}`,
    lines: (institution: string) => [
      `Ktoś próbował jeszcze raz zarejestrować z tym adresem instytucję: ${institution}. Ona już tu jest, a Ty możesz działać w jej imieniu.`,
      'Odsyłacz loguje bez hasła. Działa 2 godziny i tylko raz.',
    ],
    action: 'Zaloguj się',
  },
  removed: {
    subject: (institution: string) => `Nie działasz już w imieniu instytucji: ${institution}`,
    lines: (institution: string) => [`Osoba z instytucji ${institution} usunęła Twoje dane z serwisu. Serwis nie ma już Twojego imienia, nazwiska ani adresu.`],
  },
  erased: {
    subject: (institution: string) => `Konto instytucji zostało usunięte: ${institution}`,
    lines: (institution: string) => [
      `Dane instytucji ${institution} i jej osób zostały usunięte z serwisu. Zostały tylko liczby do statystyk: rodzaj instytucji, tematy i wyniki zgłoszeń, bez nazw i nazwisk.`,
    ],
  },
  why: 'Tę wiadomość wysłał serwis, bo ktoś podał w nim ten adres.',
};
