import { dropFailedJob, failedJobs, repeatJob, type FailedJob } from '#jobs/index.ts';
import { instantInWords } from '#lang/dates.ts';
import { tidy } from '#lang/typography.ts';
import { insertAudit } from '#publishing/store.ts';
import { Empty } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { textsFor } from './page.tsx';

const shownAtMost = 100;

/** Background tasks that were tried for a day and given up. */
export async function jobsSheet(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'administrator');
  const { desk, lang, city } = asked;
  const texts = textsFor(lang);
  const jobs = await desk.db.read((reader) => failedJobs(reader, shownAtMost));
  const names: Readonly<Record<string, string>> = texts.jobs.names;
  const nameOf = (job: FailedJob): string => names[job.name] ?? job.name;
  return {
    title: texts.jobs.title,
    rail: 'mails',
    crumbs: [
      { text: texts.title, href: '/office/mails' },
      { text: texts.jobs.title, href: '/office/mails/jobs' },
    ],
    content: (
      <>
        <h1>{texts.jobs.title}</h1>
        <p>{tidy(texts.jobs.lead, lang)}</p>
        {jobs.length === 0 ? (
          <Empty title={texts.jobs.none} />
        ) : (
          <div class="kg-panel">
            <Table
              lang={lang}
              id="jobs"
              caption={texts.jobs.title}
              rows={jobs}
              columns={[
                { head: texts.jobs.name, cell: nameOf },
                { head: texts.jobs.since, cell: (job) => (job.failedAt === null ? '' : instantInWords(job.failedAt.toISOString(), lang, city.timeZone)) },
                { head: texts.heads.why, cell: (job) => <span lang="en">{job.lastError ?? ''}</span> },
                {
                  head: texts.heads.act,
                  cell: (job) => (
                    <form class="kg-links" method="post" action={`/office/mails/jobs/${job.id}`}>
                      {(['repeat', 'drop'] as const).map((what) => (
                        <button class="kg-linklike" type="submit" name="do" value={what}>
                          {texts.jobs[what]}
                          <span class="kg-vh">: {nameOf(job)}</span>
                        </button>
                      ))}
                    </form>
                  ),
                },
              ]}
            />
          </div>
        )}
      </>
    ),
  };
}

export async function changeJob(asked: Asked, what: string | null): Promise<Response> {
  requireRole(asked, 'administrator');
  const { desk, person, now, given } = asked;
  const id = given['id'] ?? '';
  if ((what !== 'repeat' && what !== 'drop') || !/^[0-9a-f-]{36}$/.test(id)) return new Response(null, { status: 400 });
  await desk.db.write(async (tx) => {
    if (what === 'repeat' ? await repeatJob(tx, id, now) : await dropFailedJob(tx, id))
      await insertAudit(tx, { at: now, actorId: person.actorId, action: what === 'repeat' ? 'repeat job' : 'drop job', about: id });
  });
  return seeOther('/office/mails/jobs?done=saved');
}
