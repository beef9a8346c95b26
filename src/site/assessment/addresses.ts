import type { Evidence } from '#assessment/index.ts';
import { organisation as organisationEn } from '#lang/en/organisation.ts';
import type { Lang } from '#lang/lang.ts';
import { organisation as organisationPl } from '#lang/pl/organisation.ts';
import { addressOf } from '#web/paths.ts';

/** Where an organisation's page tells of the effects. */
export const effectsOf = (organisation: string, lang: Lang): string =>
  `${addressOf('organisation', lang, { slug: organisation })}#${(lang === 'pl' ? organisationPl : organisationEn).anchors.results}`;

/** A record as it stood when the cycle was closed: its archived revision, which never changes. Every kind's plural is its name and an s. */
export const revisionOf = ({ kind, slug, revision }: Evidence, lang: Lang): string => addressOf('revision', lang, { kind: `${kind}s`, slug, number: revision });
