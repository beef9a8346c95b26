import {
  findApplication,
  findCall,
  formNumbered,
  messagesOf,
  offerWithId,
  papersOf,
  stepsOf,
  takenNow,
  type Application,
  type ApplicationForm,
  type ListedOffer,
  type Message,
  type Paper,
  type Step,
} from '#offers/index.ts';
import type { Asked } from '../page.ts';

export type Seen = { application: Application; offer: ListedOffer | undefined; form: ApplicationForm; papers: Paper[]; steps: Step[]; messages: Message[]; mayBecome: boolean };

/** What came back with a form. */
export type Came = {
  status: number;
  /** What was typed, by field. */
  typed?: (name: string) => string;
  problem?: string;
  isStale?: boolean;
  /** own: what stands at the field itself, where the summary names the question too. */
  errors?: { field: string; text: string; own?: string }[];
};

/** Only what is the institution's own: somebody else's number is answered like one that there is not. */
export async function readOwn(asked: Asked): Promise<Seen | undefined> {
  const { desk, contact, given, now, city } = asked;
  return desk.db.read(async (reader) => {
    const application = await findApplication(reader, given['id'] ?? '');
    if (application === undefined || application.institutionId !== contact.institutionId) return undefined;
    const offer = await offerWithId(reader, application.offerId);
    const call = await findCall(reader, application.offerId);
    const taken = offer && takenNow(offer.body, call.takes, { now, zone: city.timeZone });
    return {
      application,
      offer,
      form: await formNumbered(reader, application.offerId, application.formNumber),
      papers: await papersOf(reader, application.id),
      steps: await stepsOf(reader, application.id),
      messages: await messagesOf(reader, application.id),
      mayBecome: application.state === 'interest' && taken?.ok === true && taken.value === 'applications',
    };
  });
}
