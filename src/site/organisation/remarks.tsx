import type { Lang } from '#lang/lang.ts';
import type { Source, Text } from '#publishing/facts.ts';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';

type RemarksProps = { remarks: readonly { text: Text; sourceIds: string[] }[]; sources: readonly Source[]; lang: Lang; notes: SourceNotes };

/** What a reader must know beside the facts, gathered in one place. */
export const Remarks = ({ remarks, sources, lang, notes }: RemarksProps) =>
  remarks.length === 0 ? null : (
    <ul class="kg-note">
      {remarks.map((remark) => (
        <li>
          <InLang text={remark.text} lang={lang} />
          <SourceRefs numbers={notes.refs(sources, remark.sourceIds)} lang={lang} />
        </li>
      ))}
    </ul>
  );
