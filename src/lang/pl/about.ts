/** The page "O serwisie", where no article has been published yet. */
export const about = {
  title: 'O serwisie',
  lead: 'Opisu serwisu jeszcze nie opublikowano.',
} as const;
