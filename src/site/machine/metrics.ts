import type { Reader } from '#db/handles.ts';
import type { Kinds } from '#publishing/kind.ts';
import { registerVersion } from '#publishing/store.ts';

type Process = { startedSeconds: number; memoryBytes: number; heapBytes: number };

type Sample = { labels?: string; value: number };
type Metric = { name: string; help: string; samples: Sample[] };

/** What a monitor may know: sizes and versions, nothing about anybody. Prometheus text format 0.0.4. */
export async function metricsText(reader: Reader, kinds: Kinds, own: Process): Promise<string> {
  const counted = await reader
    .selectFrom('currentRevisions')
    .innerJoin('records', 'records.id', 'currentRevisions.recordId')
    .select((select) => ['records.kind', select.fn.countAll().as('count')])
    .groupBy('records.kind')
    .execute();
  const counts = new Map(counted.map((row) => [row.kind, Number(row.count)]));
  const metrics: Metric[] = [
    { name: 'koga_register_version', help: 'Number of publications that changed the register.', samples: [{ value: await registerVersion(reader) }] },
    {
      name: 'koga_published_records',
      help: 'Records in public, by kind.',
      samples: kinds.all.map((kind) => ({ labels: `kind="${kind.name}"`, value: counts.get(kind.name) ?? 0 })),
    },
    { name: 'process_resident_memory_bytes', help: 'Memory of the process.', samples: [{ value: own.memoryBytes }] },
    { name: 'koga_heap_used_bytes', help: 'Memory in use by the program’s own objects.', samples: [{ value: own.heapBytes }] },
    { name: 'koga_uptime_seconds', help: 'Time since the process started.', samples: [{ value: own.startedSeconds }] },
  ];
  return metrics.map(asText).join('');
}

const asText = ({ name, help, samples }: Metric): string =>
  [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples.map(({ labels, value }) => `${name}${labels === undefined ? '' : `{${labels}}`} ${value}`), ''].join('\n');
