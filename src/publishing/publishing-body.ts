import type { City } from '#basics/city.ts';
import type { PublishingBody } from './actor.ts';

/** The unit that labels name as publishing. Until the city has said which, it is the public service by its own title. */
export const publishingBodyOf = (city: City): PublishingBody => city.publishingBody ?? city.title;
