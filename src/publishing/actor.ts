export type Actor = { id: string; kind: 'system' | 'person' };
export type Why = { pl: string; en?: string | undefined };
/** The unit that publishes, as labels name it. */
export type PublishingBody = { pl: string; en: string };
