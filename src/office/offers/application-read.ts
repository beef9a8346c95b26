import type { Reader } from '#db/handles.ts';
import {
  applicantOf,
  crewOf,
  findApplication,
  formNumbered,
  messagesOf,
  offerWithId,
  papersOf,
  scoresOf,
  stepsOf,
  type Application,
  type ApplicationForm,
  type ListedOffer,
  type Message,
  type NamedScore,
  type Paper,
  type Step,
} from '#offers/index.ts';
import type { Asked } from '../page.ts';
import { accessTo, type Access } from './access.ts';

export type SeenApplication = {
  application: Application;
  offer: ListedOffer | undefined;
  access: Access;
  form: ApplicationForm;
  papers: Paper[];
  steps: Step[];
  messages: Message[];
  scores: NamedScore[];
  scorers: number;
  applicant: Awaited<ReturnType<typeof applicantOf>>;
};

/** What came back with one of the page's forms. */
export type Came = { status: number; problem?: string; errors?: { field: string; text: string }[]; typed?: (name: string) => string; form?: string };

/** What the office may see of an application: a draft never, and its content only where somebody coordinates or scores the offer. */
export async function readApplication(reader: Reader, asked: Asked): Promise<SeenApplication | undefined> {
  const application = await findApplication(reader, asked.given['id'] ?? '');
  if (application === undefined || (application.sentAt === null && application.state !== 'interest')) return undefined;
  const access = await accessTo(reader, asked, application.offerId);
  const offer = await offerWithId(reader, application.offerId);
  const form = await formNumbered(reader, application.offerId, application.formNumber);
  const { coordinates, scores } = access;
  return {
    application,
    offer,
    access,
    form,
    papers: coordinates || scores ? await papersOf(reader, application.id) : [],
    steps: await stepsOf(reader, application.id),
    messages: coordinates ? await messagesOf(reader, application.id) : [],
    scores: coordinates || scores ? await scoresOf(reader, application.id) : [],
    scorers: (await crewOf(reader, 'offerScorers', application.offerId)).length,
    applicant: (coordinates || scores) && application.institutionId !== null ? await applicantOf(reader, application.institutionId) : undefined,
  };
}
