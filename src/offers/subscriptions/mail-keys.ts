/** How the mails of this room are named, so that none goes twice and those to an address that is erased can be found. */
export const mailKey = {
  /** What all their names begin with. */
  prefix: 'notifications:',
  confirmation: (requestId: string): string => `notifications:confirm:${requestId}`,
  digest: (subscriberId: string, day: string): string => `notifications:${subscriberId}:${day}`,
} as const;
