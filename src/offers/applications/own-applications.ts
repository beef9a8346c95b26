import type { Reader } from '#db/handles.ts';
import { formNumbered } from './call-store.ts';
import { messagesOf, papersOf } from './paper-store.ts';
import { applicationsBy, stepsOf } from './store.ts';

/** Everything of one institution's applications, to be taken along: what was asked and answered, files by name, messages, and the path. */
export async function applicationsOf(reader: Reader, institutionId: string): Promise<Record<string, unknown>[]> {
  const told: Record<string, unknown>[] = [];
  for (const one of await applicationsBy(reader, institutionId)) {
    const { fields } = await formNumbered(reader, one.offerId, one.formNumber);
    const papers = await papersOf(reader, one.id);
    told.push({
      number: one.number,
      offer: one.offerSlug,
      state: one.state,
      createdAt: one.createdAt,
      sentAt: one.sentAt,
      passedOn: one.passedOn,
      outcomeOn: one.outcomeOn,
      interest: one.interest,
      answers: fields.map((field) => ({
        question: field.label,
        answer: field.kind === 'choice' ? (field.options.find((option) => option.key === one.answers[field.key])?.label ?? null) : (one.answers[field.key] ?? null),
        file: papers.find((paper) => paper.field === field.key)?.name ?? null,
      })),
      files: papers.map(({ name, type, size, at, purpose }) => ({ name, type, size, at, purpose })),
      messages: (await messagesOf(reader, one.id)).map(({ role, text, at }) => ({ from: role === 'applicant' ? 'institution' : 'office', text, at })),
      path: (await stepsOf(reader, one.id)).map(({ from, to, at, reason, until }) => ({ from, to, at, reason, until })),
    });
  }
  return told;
}
