import type { Form } from '#web/form.ts';
import type { Asked, Sheet } from '../../page.ts';
import { textsOf } from '../texts.ts';

const own = /^(version|do|autosave|upload-to|draft-.*|choice\..*|.*\.(rows|from))$/;

/** A form of a draft that is no longer open: what was typed is shown, so that it can be taken along. */
export function goneSheet({ lang }: Asked, form: Form | null): Sheet {
  const texts = textsOf(lang).draft;
  const typed = [...(form ?? [])].filter(([name, values]) => !own.test(name) && values.some((value) => value.trim() !== ''));
  return {
    title: texts.gone,
    rail: 'records',
    status: form === null ? 404 : 409,
    content: (
      <>
        <h1>{texts.gone}</h1>
        <p>{texts.goneText}</p>
        <p class="kg-links">
          <a href="/office/records/bin">{texts.toBin}</a> <a href="/office/records">{texts.toRecords}</a>
        </p>
        {typed.length > 0 && (
          <section class="kg-panel">
            <div class="kg-panel__body">
              <p>{texts.goneKept}</p>
              <dl class="kg-words">
                {typed.map(([name, values]) => (
                  <div>
                    <dt>{name}</dt>
                    <dd class="kg-words__text">{values.filter((value) => value !== '').join(', ')}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </section>
        )}
      </>
    ),
  };
}
