import { isOwnPath } from '#web/institution-paths.ts';

/** Where somebody was going when they were asked who they are; null where that is no page of ours. */
export const wantedPath = (text: string): string | null => (isOwnPath(text) ? text : null);

/** An address that takes the way on along. */
export const withWanted = (address: string, text: string): string => (isOwnPath(text) ? `${address}?to=${encodeURIComponent(text)}` : address);
