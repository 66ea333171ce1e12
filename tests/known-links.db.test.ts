import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Files that read rows of supply links that may be withdrawn, each with its reason. */
const recorded: Readonly<Record<string, string>> = {
  'supply-chain/analysis/read-changes.server.ts': 'counts what came and what was taken away since a day',
  'suppliers/merges/move-rows.server.ts': 'moves every row of a party, withdrawn ones too',
  'questionnaires/declared-parties/list-declared.server.ts': 'lists whom a supplier named, and says which names it took back',
  'suppliers/supply-links/archive-revision.server.ts': 'copies the row that it withdraws',
  'suppliers/supply-links/list-source-links.server.ts': 'lists what a source said, and says in words what was withdrawn since',
};

test('supply links are read through known_links(), or without those that were withdrawn', () => {
  const read = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/generated|paraglide/.test(path))
    .filter((path) => {
      const text = readFileSync(`app/${path}`, 'utf8');
      const finds = [...text.matchAll(/supplyLink\.(find|count|group|aggregate)[\s\S]*?where: \{(?<where>[\s\S]{0,60})/g)];
      return (
        /(FROM|JOIN) "SupplyLink"|(From|Join)\('SupplyLink/.test(text) ||
        finds.some(({ groups }) => !groups?.where?.includes('withdrawnAt: null'))
      );
    });
  expect(read.filter((path) => !(path in recorded))).toEqual([]);
  expect(Object.keys(recorded).filter((path) => !read.includes(path))).toEqual([]);
});
