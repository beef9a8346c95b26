// Connection exceptions (class 08), shut down or starting (57P01–57P03), too many clients (53300), and the socket's own words.
const codes = /^(08\w{3}|57P0[123]|53300|ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND)$/;
/** The driver gives no code where a connection ends in the middle or none is had in time. */
const sayings = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database cannot be reached just now, rather than that it was asked something wrong. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && typeof error.code === 'string' && codes.test(error.code)) || sayings.test(error.message));
