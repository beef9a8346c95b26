import type { Lang } from '#lang/lang.ts';
import { SummaryList } from '#ui/facts.tsx';
import { textsFor } from './page.tsx';

/** What personal data this service keeps, why and for how long (GDPR art. 30). It says what the code does. */
export const ProcessingPage = ({ lang }: { lang: Lang }) => {
  const { processing } = textsFor(lang);
  return (
    <>
      <h1>{processing.title}</h1>
      <p>{processing.lead}</p>
      {processing.activities.map((activity, index) => (
        <section class="kg-panel" aria-labelledby={`activity-${index + 1}`}>
          <div class="kg-panel__head">
            <h2 id={`activity-${index + 1}`}>{activity.name}</h2>
          </div>
          <div class="kg-panel__body">
            <SummaryList
              rows={[
                { term: processing.heads.purpose, value: activity.purpose },
                { term: processing.heads.basis, value: activity.basis },
                { term: processing.heads.whose, value: activity.whose },
                { term: processing.heads.what, value: activity.what },
                { term: processing.heads.recipients, value: activity.recipients },
                { term: processing.heads.kept, value: activity.kept },
                { term: processing.heads.safeguards, value: activity.safeguards },
              ]}
            />
          </div>
        </section>
      ))}
    </>
  );
};
