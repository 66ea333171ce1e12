import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Files that read recorded facts instead of those that count for a party, each with its reason. */
const recorded: Readonly<Record<string, string>> = {
  'supply-chain/analysis/read-changes.server.ts': 'counts what was recorded since a day, for whomever it counts',
  'suppliers/registry/list-source-facts.server.ts': 'lists what a source said, of whomever it said it',
};

test('facts are read through known_facts(), and never from the table', () => {
  const read = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/generated|paraglide/.test(path))
    .filter((path) => /(FROM|JOIN) "Fact"|(From|Join)\('Fact\b|\.fact\.(find|group|aggregate)/.test(readFileSync(`app/${path}`, 'utf8')));
  expect(read.filter((path) => !(path in recorded))).toEqual([]);
  expect(Object.keys(recorded).filter((path) => !read.includes(path))).toEqual([]);
});
