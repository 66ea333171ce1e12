import { type GlossaryEntry, longSentences, type Message, withReplacedTerm } from './message-texts.ts';
import { cyclesOf, moduleGraph } from './module-graph.ts';
import { isTest, type SourceFile } from './read-files.ts';

export type StructureInput = {
  files: readonly SourceFile[];
  districts: readonly string[];
  messages: readonly Message[];
  glossary: readonly GlossaryEntry[];
};

export type DistrictSize = { district: string; modules: number; files: number; lines: number };
export type Structure = {
  sizes: DistrictSize[];
  moduleImports: number;
  cycles: string[][];
  messages: number;
  replacedTerms: number;
  longSentences: number;
  emptyStringDefaults: number;
  uncheckedQueries: number;
  filesNamingField: number;
};

/** The field whose declarations are followed: entered, asked, scored, imported into a report. */
export const followedField = 'peakRatio';
export const mostWords = 20;

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function sizeOf(district: string, files: readonly SourceFile[], modules: Iterable<string>): DistrictSize {
  const own = files.filter(({ path }) => path.startsWith(`app/${district}/`));
  const within = [...modules].filter((module) => module.startsWith(`${district}/`));
  // A district without folders is a module itself.
  return { district, modules: Math.max(within.length, 1), files: own.length, lines: total(own.map(({ text }) => linesOf(text))) };
}

/** What can be counted of the structure without judging it. Tests count in no figure. */
export function countStructure({ files, districts, messages, glossary }: StructureInput): Structure {
  const code = files.filter(({ path }) => !isTest(path));
  const graph = moduleGraph(code, districts);
  // This command names what it counts.
  const counted = code.filter(({ path }) => !/^cli\/(count-structure\.ts$|structure\/)/.test(path));
  const occurrences = (part: string) => total(counted.map(({ text }) => text.split(part).length - 1));
  return {
    sizes: districts.map((district) => sizeOf(district, code, graph.keys())),
    moduleImports: total([...graph.values()].map((targets) => targets.size)),
    cycles: cyclesOf(graph),
    messages: messages.length,
    replacedTerms: withReplacedTerm(messages, glossary).length,
    longSentences: longSentences(messages, mostWords).length,
    emptyStringDefaults: occurrences("?? ''"),
    uncheckedQueries: occurrences('$queryRaw<'),
    filesNamingField: counted.filter(({ text }) => new RegExp(`\\b${followedField}\\b`).test(text)).length,
  };
}
