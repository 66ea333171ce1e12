import { expect, it } from 'vitest';
import { entryValues } from '~/audits/entries/entries';
import { talkTopics } from '~/audits/planning/states';
import { readTally } from './read-tally';

const sent = (fields: Record<string, string>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ form: 'individual', place: 'off-site', chosenBy: 'team', language: 'ne', ...fields }))
    form.set(name, value);
  for (const topic of talkTopics) form.set(`topic-${topic}`, 'not-raised');
  return readTally(form);
};

it.each([
  ['one migrant agency worker', { women: '1', migrants: '1', agency: '1' }, { women: 1, men: 0, migrants: 1, agency: 1 }],
  ['one local worker', { men: '1', migrants: '0', agency: '0' }, { women: 0, men: 1, migrants: 0, agency: 0 }],
  ['one worker whose origin is unknown', { men: '1' }, { women: 0, men: 1, migrants: null, agency: null }],
  ['a group of four', { form: 'group', women: '3', men: '1', migrants: '2' }, { women: 3, men: 1, migrants: 2, agency: null }],
])('records %s', (_who, fields, expected) => {
  const read = sent(fields);
  expect(read).toMatchObject({ value: expected });
  expect('value' in read && entryValues.tally.safeParse(read.value).success).toBe(true);
});

it('rejects more migrant workers than were interviewed', () => {
  expect(sent({ women: '1', migrants: '2' })).toMatchObject({ errors: { migrants: expect.any(String) } });
});
