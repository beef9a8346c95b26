/** Mails that the office sends, as administrators see them. */
export const officeMails = {
  title: 'Poczta',
  chipsLabel: 'Które wiadomości',
  chips: { waiting: 'czekają', failed: 'nie wysłano', sent: 'wysłane' },
  heads: { subject: 'Temat', to: 'Do', when: 'Kiedy', why: 'Co się stało', act: 'Czynność' },
  caption: { waiting: 'Wiadomości, które czekają', failed: 'Wiadomości, których nie wysłano', sent: 'Wysłane wiadomości' },
  folder: 'Serwer poczty nie jest ustawiony (SMTP_URL). Wiadomości leżą w folderze i można je tu przeczytać:',
  server: 'Wiadomości wysyła serwer poczty. Ich treści biuro nie przechowuje.',
  tries: { one: '{n} próba', few: '{n} próby', many: '{n} prób', other: '{n} próby' },
  next: (at: string) => `następna próba: ${at}`,
  firstTry: 'za chwilę',
  again: 'Wyślij ponownie',
  againFor: (subject: string) => `Wyślij ponownie: ${subject}`,
  read: 'Przeczytaj',
  newest: (count: string) => `Widać najnowsze, razem jest ich ${count}.`,
  empty: { waiting: 'Nic nie czeka na wysłanie', failed: 'Wszystko udało się wysłać', sent: 'Nic jeszcze nie wysłano' },
  one: { to: 'Do', sent: 'Wysłano', gone: 'Pliku z tą wiadomością już nie ma w folderze.', back: 'Wróć do listy' },
};
