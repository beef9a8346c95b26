import { raw } from 'hono/html';

/** Facts for machines in the page's head. It is a block of data, which the browser never runs; `<` is written so that no text of the record can end it. */
export const JsonLd = ({ value }: { value: object }) => <script type="application/ld+json">{raw(JSON.stringify(value).replaceAll('<', '\\u003c'))}</script>;
