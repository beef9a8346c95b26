import type { Reader } from '#db/handles.ts';
import type { Kinds } from '#publishing/kind.ts';
import { registerVersion } from '#publishing/store.ts';
import type { counters } from '#web/counters.ts';

type Process = { startedSeconds: number; memoryBytes: number; heapBytes: number };
type Counters = Readonly<typeof counters>;

type Sample = { labels?: string; value: number; suffix?: '_sum' | '_count' };
type Metric = { name: string; help: string; type: 'gauge' | 'counter' | 'summary'; samples: Sample[] };

/** What only the database knows: how many records are in public, and the version that pages are read at. */
export type Stored = { version: number; records: { kind: string; count: number }[] };

export async function readStored(reader: Reader, kinds: Kinds): Promise<Stored> {
  const counted = await reader
    .selectFrom('currentRevisions')
    .innerJoin('records', 'records.id', 'currentRevisions.recordId')
    .select((select) => ['records.kind', select.fn.countAll().as('count')])
    .groupBy('records.kind')
    .execute();
  const counts = new Map(counted.map((row) => [row.kind, Number(row.count)]));
  return { version: await registerVersion(reader), records: kinds.all.map((kind) => ({ kind: kind.name, count: counts.get(kind.name) ?? 0 })) };
}

const gauge = (name: string, help: string, value: number): Metric => ({ name, help, type: 'gauge', samples: [{ value }] });
const counter = (name: string, help: string, value: number): Metric => ({ name, help, type: 'counter', samples: [{ value }] });

/** What a monitor may know: counts, sizes and versions, nothing about anybody. Prometheus text format 0.0.4. `stored` is null while the database is away. */
export function metricsText(stored: Stored | null, own: Process, counted: Counters): string {
  const metrics: Metric[] = [
    gauge('koga_database_up', 'Whether the database answers: 1 or 0.', stored === null ? 0 : 1),
    {
      name: 'koga_requests_total',
      help: 'Answers by the first digit of their status.',
      type: 'counter',
      samples: Object.entries(counted.answered).map(([status, value]) => ({ labels: `class="${status}"`, value })),
    },
    counter('koga_kept_pages_hits_total', 'Answers given from kept pages.', counted.kept),
    counter('koga_kept_pages_misses_total', 'Pages that had to be prepared first.', counted.prepared),
    {
      name: 'koga_rendering_seconds',
      help: 'Time that the application took for its answers.',
      type: 'summary',
      samples: [
        { suffix: '_sum', value: Math.round(counted.renderMs) / 1000 },
        { suffix: '_count', value: counted.rendered },
      ],
    },
    gauge('koga_kept_pages_bytes', 'Memory that the kept pages take.', counted.cacheBytes),
    gauge('koga_kept_pages', 'Pages kept.', counted.cacheEntries),
    gauge('process_resident_memory_bytes', 'Memory of the process.', own.memoryBytes),
    gauge('koga_heap_used_bytes', 'Memory in use by the program’s own objects.', own.heapBytes),
    gauge('koga_uptime_seconds', 'Time since the process started.', own.startedSeconds),
    ...(stored === null
      ? []
      : [
          gauge('koga_register_version', 'Number of publications that changed the register.', stored.version),
          {
            name: 'koga_published_records',
            help: 'Records in public, by kind.',
            type: 'gauge' as const,
            samples: stored.records.map(({ kind, count }) => ({ labels: `kind="${kind}"`, value: count })),
          },
        ]),
  ];
  return metrics.map(asText).join('');
}

const asText = ({ name, help, type, samples }: Metric): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(({ labels, value, suffix = '' }) => `${name}${suffix}${labels === undefined ? '' : `{${labels}}`} ${value}`),
    '',
  ].join('\n');
