import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { EntryValue } from '~/audits/entries/entries';
import { Heard } from './interviews-view';
import type { Pack } from './pack';

const talk: EntryValue<'tally'> = {
  ...{ form: 'group', place: 'on-site', chosenBy: 'team', language: 'ne', women: 7, men: 5, migrants: 8, agency: null },
  ...{ topics: {}, isWithdrawn: false },
};
const rows: Pack['sample']['rows'] = [
  { dimension: 'sex', value: 'women', label: 'Women', people: 14 },
  { dimension: 'contract', value: 'agency', label: 'Agency workers', people: 9 },
  { dimension: 'shift', value: 'Night', label: 'Night', people: 10 },
];
const cellsOf = (html: string) => [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text]) => text);

test('every planned group is shown beside the people interviewed, with a dash and the reason where no interview covers it', () => {
  const html = renderToStaticMarkup(<Heard rows={rows} tallies={[talk]} />);
  expect(cellsOf(html)).toEqual(['7', '14', '—', '9', '—', '10']);
  expect(html).toContain('Not recorded in the interviews');
  expect(cellsOf(renderToStaticMarkup(<Heard rows={rows} tallies={[talk, { ...talk, agency: 6 }]} />))[2]).toBe('6 or more');
  expect(renderToStaticMarkup(<Heard rows={rows.slice(0, 1)} tallies={[talk]} />)).not.toContain('Not recorded in the interviews');
  // An offline package from before groups were distinguished has no counts by group.
  expect(renderToStaticMarkup(<Heard rows={[{ label: 'Women', people: 14 }]} tallies={[talk]} />)).toBe('');
});

test('a group too small to be reported is planned in full, and the recorder shows why it is interviewed', () => {
  const small: Pack['sample']['rows'] = [{ dimension: 'origin', value: 'migrants', label: 'Migrant workers', people: 4, isTooSmall: true }];
  const html = renderToStaticMarkup(<Heard rows={small} tallies={[{ ...talk, women: 1, men: 0, migrants: 1 }]} />);
  expect(cellsOf(html)).toEqual(['1', 'All (fewer than 5)']);
  expect(html).toContain('Too small to report: Migrant workers.');
  expect(renderToStaticMarkup(<Heard rows={rows} tallies={[talk]} />)).not.toContain('Too small');
  expect(renderToStaticMarkup(<Heard rows={[{ ...rows[0], label: 'Women', people: 3 }]} tallies={[talk]} />)).toContain(
    'Fewer than 5 interviews planned: Women.',
  );
});
