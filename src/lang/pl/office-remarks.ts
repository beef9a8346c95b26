/** What readers report about public pages, as the office sees it. */
export const officeRemarks = {
  title: 'Uwagi czytelników',
  chipsLabel: 'Które uwagi',
  chips: { new: 'do odpowiedzi', answered: 'załatwione' },
  heads: { remark: 'Uwaga', page: 'Strona', about: 'Dotyczy', sent: 'Przysłano', contact: 'Kontakt', act: 'Czynność' },
  kinds: { error: 'błąd w treści', missing: 'brakująca informacja', technical: 'działanie strony', other: 'inna sprawa' },
  noPage: 'bez strony',
  useful: 'strona przydatna',
  notUseful: 'strona nieprzydatna',
  noContact: 'bez adresu',
  answered: 'Oznacz jako załatwioną',
  erase: 'Usuń adres',
  answeredHint: 'Gdy oznaczysz uwagę jako załatwioną, adres do odpowiedzi zostanie usunięty. Odpowiedz więc najpierw.',
  newest: (count: string) => `Widać najnowsze, razem jest ich ${count}.`,
  empty: { new: 'Nie ma uwag do odpowiedzi', answered: 'Nie ma załatwionych uwag', next: 'Uwagi przychodzą z odsyłacza „Zgłoś uwagę do tej strony” na stronach publicznych.' },
};
