/** The library that keeps passwords, codes, passkeys and sessions, read in when it is first asked for. */
export const theLibrary = () => import('./auth.ts');
