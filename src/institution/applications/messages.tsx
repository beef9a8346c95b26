import { dateTimeInWords } from './when.ts';
import type { Application, Message } from '#offers/index.ts';
import { Button, TextArea } from '#ui/fields.tsx';
import { Paragraphs } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { Tag } from '#ui/marks.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import type { Asked } from '../page.ts';
import type { Came } from './read-own.ts';
import { textsFor } from './texts.ts';

type Props = { asked: Asked; application: Application; messages: readonly Message[]; came: Came | undefined; once: string };

const isUnread = (message: Message): boolean => message.role === 'coordinator' && message.readAt === null;

/** One thread with the office, both ways. */
export const Messages = ({ asked: { lang, city }, application, messages, came, once }: Props) => {
  const texts = textsFor(lang).one;
  const action = institutionAddress('applicationMessage', lang, { id: application.id });
  return (
    <Section id="messages" heading={texts.messages}>
      {messages.length === 0 ? (
        <p>{texts.noMessages}</p>
      ) : (
        <ol class="kg-thread">
          {messages.map((message) => (
            <li class={message.role === 'applicant' ? 'is-own' : undefined}>
              <p class="kg-thread__head">
                <b>{message.role === 'applicant' ? texts.fromYou : texts.fromOffice}</b>{' '}
                <time datetime={message.at.toISOString()}>{dateTimeInWords(message.at, city.timeZone, lang)}</time> {isUnread(message) && <Tag tone="warn">{texts.unread}</Tag>}
              </p>
              <Paragraphs text={message.text} lang={lang} />
            </li>
          ))}
        </ol>
      )}
      {messages.some(isUnread) && (
        <form method="post" action={action}>
          <Button secondary name="do" value="read">
            {texts.readMessages}
          </Button>
        </form>
      )}
      <form class="kg-form" method="post" action={action} novalidate>
        <input type="hidden" name="once" value={came?.typed?.('once') || once} />
        <TextArea
          name="text"
          label={texts.message}
          hint={texts.messageHint}
          lang={lang}
          rows={4}
          maxlength={5000}
          value={came?.typed?.('text') ?? ''}
          error={came?.errors?.find((error) => error.field === 'text')?.text}
        />
        <div>
          <Button secondary>{texts.sendMessage}</Button>
        </div>
      </form>
    </Section>
  );
};
