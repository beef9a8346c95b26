import { asMarkup } from '#markup/markup.ts';

/** Facts for machines in the page's head. It is a block of data, which the browser never runs; `<` is written so that no text of the record can end it. */
export const JsonLd = ({ value }: { value: object }) => <script type="application/ld+json">{asMarkup(JSON.stringify(value).replaceAll('<', '\\u003c'))}</script>;
