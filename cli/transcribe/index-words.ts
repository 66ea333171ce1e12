import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import Papa from 'papaparse';

/**
 * `tsx cli/transcribe/index-words.ts INDEX.csv OUT.json`: writes the index of NAICS 2017 (code, industry description) as a word list, as the US Census Bureau
 * prints it. Wholesale, retail and public administration are left out: what a trader sells does not say who makes it.
 */
const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error('Usage: tsx cli/transcribe/index-words.ts INDEX.csv OUT.json');
const bytes = readFileSync(from);
const { data } = Papa.parse<string[]>(bytes.toString('utf8'), { skipEmptyLines: true });
const entries = new Map<string, string[]>();
for (const [code = '', words = ''] of data) {
  if (!/^\d{6}$/.test(code) || /^(42|44|45|92)/.test(code) || words.trim() === '') continue;
  entries.set(code, [...(entries.get(code) ?? []), words.trim().replace(/\s+/g, ' ')]);
}
const head = {
  id: 'naics-index',
  vintage: '2017',
  origin: {
    title: 'North American Industry Classification System 2017, index file',
    producer: 'US Census Bureau',
    citation: 'US Census Bureau, 2017 NAICS Index File: 20,058 descriptions of activities and products with their industry of six digits.',
    urlMain: 'https://www.census.gov/naics/',
    urlDownload: 'https://www.census.gov/naics/2017NAICS/2017_NAICS_Index_File.xlsx',
    datePublished: '2017',
    dateAccessed: '2026-11-30',
    licence: { name: 'Work of the US government, no copyright in the US', url: 'https://www.census.gov/', redistribution: 'allowed' },
    sha256: createHash('sha256').update(bytes).digest('hex'),
    transcribed: 'by script, cli/transcribe/index-words.ts, from a stored public copy of the file as CSV',
    doubts: [
      'Industries of wholesale, retail and public administration are left out.',
      'Read with the cross-walk NAICS 2017 to ISIC Rev.4.',
    ],
  },
};
const lines = [...entries].map(([code, words]) => `    ${JSON.stringify(code)}: ${JSON.stringify(words)}`);
writeFileSync(to, `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "entries": {\n${lines.join(',\n')}\n  }\n}\n`);
console.log(`${entries.size} industries, ${[...entries.values()].flat().length} descriptions`);
