import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('facts are read as they count, through known_facts(), and never from the table', () => {
  const read = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !/generated|paraglide/.test(path))
    .filter((path) => /(FROM|JOIN) "Fact"|\.fact\.(find|group|aggregate)/.test(readFileSync(`app/${path}`, 'utf8')));
  expect(read).toEqual([]);
});
