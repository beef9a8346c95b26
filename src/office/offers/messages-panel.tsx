import { Button, TextArea } from '#ui/fields.tsx';
import { Tag } from '#ui/marks.tsx';
import { Paragraphs } from '#ui/prose.tsx';
import type { Asked } from '../page.ts';
import type { Came, SeenApplication } from './application-read.ts';
import { applicationPlace, Panel } from './frame.tsx';
import { instantInWords, textsFor } from './texts.ts';

/** One thread with the institution, both ways. */
export const MessagesPanel = ({
  seen: { application, applicant, messages },
  asked: { lang, city },
  came,
  once,
}: {
  seen: SeenApplication;
  asked: Asked;
  came: Came | undefined;
  once: string;
}) => {
  const words = textsFor(lang);
  const texts = words.one;
  const action = applicationPlace(application.id, '/message');
  const back = came?.form === 'message' ? came : undefined;
  const isUnread = messages.some((message) => message.role === 'applicant' && message.readAt === null);
  return (
    <Panel id="messages" heading={texts.messages}>
      <div class="kg-panel__body kg-stack">
        {messages.length === 0 && <p>{texts.noMessages}</p>}
        {messages.length > 0 && (
          <ol class="kg-thread">
            {messages.map((message) => (
              <li class={message.role === 'coordinator' ? 'is-own' : undefined}>
                <p class="kg-thread__head">
                  <b>{message.role === 'applicant' ? (applicant?.name ?? texts.institution) : (message.name ?? words.someone)}</b>{' '}
                  <time datetime={message.at.toISOString()}>{instantInWords(message.at, city.timeZone, lang)}</time>{' '}
                  {message.role === 'applicant' && message.readAt === null && <Tag tone="warn">{texts.unread}</Tag>}
                </p>
                <Paragraphs text={message.text} lang={lang} />
              </li>
            ))}
          </ol>
        )}
        {isUnread && (
          <form method="post" action={action}>
            <Button secondary name="do" value="read">
              {texts.markRead}
            </Button>
          </form>
        )}
      </div>
      {application.erasedAt === null && application.institutionId !== null && (
        <form method="post" action={action} novalidate>
          <input type="hidden" name="once" value={back?.typed?.('once') || once} />
          <div class="kg-form">
            <TextArea
              name="text"
              label={texts.message}
              hint={texts.messageHint}
              lang={lang}
              rows={3}
              maxlength={5000}
              value={back?.typed?.('text') ?? ''}
              error={back?.errors?.find((error) => error.field === 'text')?.text}
            />
          </div>
          <div class="kg-form__foot">
            <Button secondary>{texts.sendMessage}</Button>
          </div>
        </form>
      )}
    </Panel>
  );
};
