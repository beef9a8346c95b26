import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Report } from '../report.ts';

/** The compiler's own packages: the umbrella over them names platforms for which there are none, so each is asked for by itself. */
const packages = ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu', '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl'] as const;

const require = createRequire(import.meta.url);

const fonts = [
  '@expo-google-fonts/source-sans-3/400Regular',
  '@expo-google-fonts/source-sans-3/400Regular_Italic',
  '@expo-google-fonts/source-sans-3/600SemiBold',
  '@expo-google-fonts/source-serif-4/400Regular',
  '@expo-google-fonts/source-serif-4/600SemiBold',
];

/** Whether this platform has a compiler; without one DOCX and XLSX remain. */
export const compilerPackage = (): string | null => packages.find((name) => resolves(name)) ?? null;

function resolves(name: string): boolean {
  try {
    require.resolve(name);
    return true;
  } catch {
    return false;
  }
}

type Compiled = { hasError: () => boolean; result: unknown; takeDiagnostics: () => unknown };
type Compiler = {
  mapShadow: (path: string, content: Buffer) => void;
  addSource: (path: string, text: string) => void;
  compile: (what: { mainFilePath: string }) => Compiled;
  pdf: (document: unknown, options: { pdfStandard: string }) => Buffer;
  fetchDiagnostics: (of: unknown) => unknown;
};

const compilerModule = z.object({
  NodeCompiler: z.custom<{ create: (given: { workspace: string; fontArgs: { fontPaths: string[] }[] }) => Compiler }>((value) => typeof value === 'function'),
});

const fontFolder = (name: string): string => join(dirname(require.resolve(`${name.split('/').slice(0, 2).join('/')}/package.json`)), name.split('/').slice(2).join('/'));

/** PDF/UA-1. @throws where the compiler refuses: what it refuses is no accessible document. */
export function pdfOf(report: Report, template: string): Buffer {
  const name = compilerPackage();
  if (name === null) throw new Error('there is no compiler for PDF on this platform');
  const { NodeCompiler } = compilerModule.parse(require(name));
  // Nothing is read from the disk but fonts: template, data and drawings are handed over.
  const workspace = '/koga-report';
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.map(fontFolder) }] });
  const main = join(workspace, 'report.typ');
  compiler.addSource(main, template);
  compiler.mapShadow(join(workspace, 'report.json'), Buffer.from(JSON.stringify(asData(report))));
  for (const { file, svg } of drawingsIn(report)) compiler.mapShadow(join(workspace, file), Buffer.from(svg));
  const compiled = compiler.compile({ mainFilePath: main });
  if (compiled.hasError()) throw new Error(`the report could not be set: ${JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics()))}`);
  // Throws with its reasons where something lacks what PDF/UA asks for: words for a picture, a title, a language.
  return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
}

const fileOf = (number: number): string => `figure-${number}.svg`;

const drawingsIn = (report: Report): { file: string; svg: string }[] =>
  report.chapters.flatMap((chapter) => chapter.blocks.flatMap((block) => (block.kind === 'figure' ? [{ file: fileOf(block.number), svg: block.svg }] : [])));

/** The report without its drawings, which are files beside it. */
function asData(report: Report) {
  const [year = 0, month = 1, day = 1] = report.madeOn.split('-').map(Number);
  return {
    ...report,
    made: { year, month, day },
    chapters: report.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks.map((block) => (block.kind === 'figure' ? { ...block, svg: undefined, file: fileOf(block.number) } : block)),
    })),
  };
}

export const readTemplate = (root: string): string => readFileSync(join(root, 'src/reports/report.typ'), 'utf8');
