import { followedField, mostWords, type Structure } from './count.ts';

/** The same counts on the last commit with feature folders (30 November 2026), where a feature folder counts as a module. */
const before = {
  modules: '67 feature folders, no districts',
  moduleImports: 402,
  cycles: '40 in 1 cycle (40)',
  messages: 9309,
  replacedTerms: 381,
  longSentences: 132,
  emptyStringDefaults: 1115,
  uncheckedQueries: 78,
  filesNamingField: 35,
};

const shown = (count: number | string): string => (typeof count === 'string' ? count : count.toLocaleString('en'));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function cyclesAsText(cycles: readonly string[][]): string {
  if (cycles.length === 0) return '0';
  const sizes = cycles.map((cycle) => cycle.length);
  return `${sum(sizes)} in ${sizes.length} ${sizes.length === 1 ? 'cycle' : 'cycles'} (${sizes.join(', ')})`;
}

const table = (heading: string[], rows: (number | string)[][]): string =>
  [heading, heading.map(() => '---'), ...rows].map((cells) => `| ${cells.map(shown).join(' | ')} |`).join('\n');

/** The counts beside those of before, the sizes of districts, and the modules of each cycle. */
export function asMarkdown(structure: Structure): string {
  const { sizes, cycles } = structure;
  const counts = table(
    ['count', 'now', 'before the regrouping'],
    [
      ['districts and modules', `${sizes.length} districts, ${sum(sizes.map(({ modules }) => modules))} modules`, before.modules],
      ['imports between modules', structure.moduleImports, before.moduleImports],
      ['modules in cycles', cyclesAsText(cycles), before.cycles],
      ['English messages', structure.messages, before.messages],
      ['messages with a term that the glossary replaces', structure.replacedTerms, before.replacedTerms],
      [`sentences over ${mostWords} words in English messages`, structure.longSentences, before.longSentences],
      ["`?? ''`", structure.emptyStringDefaults, before.emptyStringDefaults],
      ['`$queryRaw<`', structure.uncheckedQueries, before.uncheckedQueries],
      [`TypeScript files that name the field \`${followedField}\``, structure.filesNamingField, before.filesNamingField],
    ],
  );
  const districts = table(
    ['district', 'modules', 'TypeScript files', 'lines'],
    sizes.map(({ district, modules, files, lines }) => [district, modules, files, lines]),
  );
  const inCycles = cycles.map((cycle) => `- ${cycle.join(', ')}`).join('\n');
  return [counts, districts, ...(cycles.length > 0 ? [`Modules that import each other in a cycle:\n\n${inCycles}`] : [])].join('\n\n');
}
