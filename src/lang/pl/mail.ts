/** What stands around every mail. */
export const mail = { office: 'biuro rejestru' };
