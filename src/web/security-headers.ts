/** The one policy of every answer: nothing but our own files, no inline script or style, no frames. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const denied = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** Passkeys are asked for and made on our own pages only; every other power of the browser is given up. */
const permissionsPolicy = [...denied.map((feature) => `${feature}=()`), 'publickey-credentials-create=(self)', 'publickey-credentials-get=(self)'].join(', ');

/** The headers that an answer of the app may set otherwise: open data is free to be read from other sites, the office may be stricter. */
export const negotiable: ReadonlySet<string> = new Set(['cross-origin-resource-policy', 'referrer-policy']);

/** The one stricter policy that an answer may ask for: a file that somebody uploaded does nothing, wherever it is opened. */
export const sandboxPolicy = "default-src 'none'; sandbox";

/** The headers of every answer, errors and 304 among them (OWASP Secure Headers). */
export function securityHeaders(https: boolean): ReadonlyMap<string, string> {
  return new Map([
    ['content-security-policy', contentSecurityPolicy],
    ['x-content-type-options', 'nosniff'],
    // Not no-referrer: with it browsers send `Origin: null` from our own forms, and cross-site posts could not be told apart.
    ['referrer-policy', 'strict-origin-when-cross-origin'],
    ['permissions-policy', permissionsPolicy],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-embedder-policy', 'require-corp'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['x-frame-options', 'DENY'],
    ['x-permitted-cross-domain-policies', 'none'],
    // Without includeSubDomains: the city's other services below this name are not ours to bind.
    ...(https ? ([['strict-transport-security', 'max-age=63072000']] as const) : []),
  ]);
}
