import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Content } from '#publishing/kind.ts';
import { titlesOf } from '#publishing/references.ts';

/** The title as the change register would freeze it: of a membership it names the organisation. */
export async function titleOf(reader: Reader, content: Content | null, slug: string): Promise<Record<Lang, string>> {
  if (content === null) return { pl: slug, en: slug };
  const titles = await titlesOf(reader, content.references);
  return { pl: content.title('pl', titles.pl), en: content.title('en', titles.en) };
}
