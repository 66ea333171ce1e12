import { expect, it } from 'vitest';
import { orderBySalience, type SalienceIssue } from '#scoring';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { makeMember } from '../../../tests/factories/member';
import { knownSeverityFirst, prioritizeFindings } from './prioritize-findings.server';

// Findings are dated by the clock, so the day of the score is today.
const asOf = new Date().toISOString().slice(0, 10);

it('lists the most severe finding first, marks unknown values, and leaves out verified ones', async () => {
  const { inOrganization } = await makeMember();
  await inOrganization(async (db) => {
    const party = await db.party.create({ data: { kind: 'supplier', publicId: makePublicId(), name: 'Mill', nameKey: 'mill' } });
    await db.supplier.create({ data: { partyId: party.id, nameKey: 'mill' } });
    const add = (text: string, columns: { indicator?: string; question?: string; status?: string; evidenceGrade?: string }) =>
      db.finding.create({ data: { partyId: party.id, grade: 'major', text, evidenceGrade: 'audit-announced', ...columns } });
    await add('overtime', { indicator: 'excessive-overtime' });
    await add('violence', { indicator: 'physical-and-sexual-violence' });
    await add('no sign', {});
    await add('recruitment', { indicator: 'isolation' });
    await add('zero tolerance', { question: 'BW.FL.1.b.1' });
    await add('done', { indicator: 'physical-and-sexual-violence', status: 'verified' });
    await scoreSuppliers(db, { partyIds: [party.id], asOf });
    const { rows, total } = await prioritizeFindings(db, { asOf });
    expect(total).toBe(5);
    const titles = rows.map(({ finding }) => finding.title);
    expect(titles).toHaveLength(5);
    expect(titles.indexOf('violence')).toBeLessThan(titles.indexOf('overtime'));
    expect(titles.at(-1), 'unknown severity never leads').toBe('no sign');
    expect(rows.at(-1)?.salience.rank).toBe(5);
    expect(titles).not.toContain('done');
    const of = (title: string) => rows.find(({ finding }) => finding.title === title);
    expect(of('no sign')?.salience).toMatchObject({ scale: null, scope: null, severity: null });
    expect(of('violence')?.salience).toMatchObject({ scope: null, severity: 5 });
    expect(of('zero tolerance')?.overrides.length).toBeGreaterThan(0);
    expect(of('zero tolerance')?.salience.scale).toBe(5);
  });
  const other = await makeMember();
  expect(await other.inOrganization((db) => prioritizeFindings(db, { asOf }))).toMatchObject({ rows: [], total: 0 });
});

it('puts a finding of unknown severity after the least severe one, and gives equal ones one rank', () => {
  const issue = (id: string, known: Partial<SalienceIssue> = {}): SalienceIssue => ({ id, score: null, ...known });
  const least = { scale: 1, irremediability: 1 };
  const issues = [issue('a'), issue('b', { people: 5_000, evidence: 'audit-unannounced' }), issue('c', least), issue('d', least)];
  const ordered = orderBySalience({ asOf, issues });
  expect(ordered[0]?.id, 'by R9 alone').toBe('b');
  expect(knownSeverityFirst(ordered).map(({ id, rank }) => [id, rank])).toEqual([
    ['c', 1],
    ['d', 1],
    ['b', 3],
    ['a', 4],
  ]);
});
