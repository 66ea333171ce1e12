/**
 * Prints counts of the structure as Markdown: cycles, imports, sizes, texts. Usage: npm run count:structure [-- --write]
 * With --write the tables replace those in docs/architecture.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { countStructure } from './structure/count.ts';
import { readDistricts } from './structure/districts.ts';
import { readMessages } from './structure/message-texts.ts';
import { asMarkdown } from './structure/print.ts';
import { readSourceFiles } from './structure/read-files.ts';

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const page = 'docs/architecture.md';
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));

const tables = asMarkdown(
  countStructure({
    files: readSourceFiles('.'),
    districts: readDistricts(readFileSync('tests/architecture/districts.ts', 'utf8')),
    messages: readMessages('app/locales/en'),
    glossary: json('app/locales/glossary.json'),
  }),
);
if (values.write) {
  const [before, , after] = readFileSync(page, 'utf8').split(/(?<=<!-- counts -->\n)|(?=<!-- \/counts -->)/);
  if (before === undefined || after === undefined) throw new Error(`${page} has no <!-- counts --> … <!-- /counts -->.`);
  writeFileSync(page, `${before}\n${tables}\n${after}`);
} else console.log(tables);
