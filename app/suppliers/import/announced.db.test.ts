import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countEdges, countWritten, knownRows, stageList, writeList } from '../../../tests/factories/imported-list';
import { makeMember } from '../../../tests/factories/member';
import { isThorough } from '../../../tests/setup/find-tests';
import { announcedBy, pickAnnounced } from './return-to-check.server';
import { undoBatch } from './undo/undo-batch.server';

const runs = isThorough ? 80 : 4;
const nothing = { suppliers: 0, sites: 0, providers: 0, links: 0, facts: 0, changedParties: 0 };

const names = [
  'Alpha Garments',
  'ALPHA  GARMENTS',
  'Alpha Garments Co., Ltd',
  'Beta Dyeing',
  'Béta Dyeing',
  'Gamma Shoes',
  'Delta Yarn',
  'Epsilon',
];
const optional = (values: readonly string[], empty = 1) => fc.constantFrom(...values, ...Array(empty).fill(''));
const companies = fc.constantFrom(...names);
const cells = {
  name: companies,
  country: optional(['India', 'Viet Nam', 'VN', 'China', 'Atlantis']),
  address: optional(['1 Road', '1, Road', '22 Other Street, Hanoi'], 2),
  'site name': optional(['Plant 1', 'Plant 2'], 3),
  'supplier number': optional(['S-1', 'S-2', 'S-3'], 5),
  sector: optional(['Apparel', 'Textiles', '1410'], 2),
  workers: optional(['10', '250', '-4', 'many'], 2),
  'as of': optional(['2024-03-01', '2025-01-31'], 4),
  subcontractors: optional([...names, 'Beta Dyeing; Zeta Print'], 8),
  recruiter: optional(['Far Recruiting', 'Near Recruiting'], 4),
};
const linkCells = {
  supplier: companies,
  customer: companies,
  product: optional(['yarn', 'fabric', 'shoes'], 1),
  year: optional(['2022', '2023', '2025'], 1),
  'share %': optional(['10', '20'], 2),
};

const csvOf = (columns: Record<string, fc.Arbitrary<string>>) =>
  fc.array(fc.record(columns), { minLength: 1, maxLength: 14 }).map((rows) => {
    const header = Object.keys(columns);
    return [header.join(','), ...rows.map((row) => header.map((column) => `"${row[column]}"`).join(','))].join('\n');
  });
const list = fc.oneof({ weight: 3, arbitrary: csvOf(cells) }, { weight: 1, arbitrary: csvOf(linkCells) });

/** Lists that once gave something new at each import: a name in several countries and in none, and values that two days state otherwise. */
const found: [string, string][] = [
  [
    'name,country,address\nBeta Dyeing,India,1 Road',
    'name,country,address\nBeta Dyeing,China,2 Road\nBeta Dyeing,India,1 Road\nBeta Dyeing,,3 Road',
  ],
  [
    'name,country,address,supplier number\nDelta Yarn,India,"1, Road",S-2',
    'name,country,address,supplier number,as of\nDelta Yarn,India,1 Road,S-2,2024-03-01\nDelta Yarn,India,"1, Road",S-2,',
  ],
];

it('of generated lists, what the check announces is written and is in the database; the same list again is no change; undo restores', async () => {
  let written = 0;
  await fc.assert(
    fc.asyncProperty(list, list, async (earlier, later) => {
      const member = await makeMember();
      const undone: (() => Promise<unknown>)[] = [];
      /** Reads, accepts and writes one list, and compares what was announced with what is there. Null where no row can be imported. */
      const write = async (text: string) => {
        const before = await countWritten(member);
        const staged = await stageList(member, text);
        if (staged.counts.valid + staged.counts.warned === 0) return null;
        const committed = await writeList(member, staged);
        if (committed.kind !== 'committed') throw new Error(`${committed.code}\n${earlier}\n--\n${text}`);
        const after = await countWritten(member);
        const { changedParties: _, ...announced } = announcedBy(staged.counts);
        expect(pickAnnounced(committed.wrote)).toEqual(announcedBy(staged.counts));
        expect({
          suppliers: after.suppliers - before.suppliers,
          sites: after.sites - before.sites,
          providers: after.providers - before.providers,
          links: await countEdges(member, staged.batchId),
          facts: after.facts - before.facts,
        }).toEqual(announced);
        await member.inOrganization((db) => db.jobRun.updateMany({ where: { kind: 'score-all' }, data: { status: 'done' } }));
        undone.push(async () => expect(await undoBatch(member.inOrganization, staged)).toMatchObject({ kind: 'undone' }));
        written++;
        return announcedBy(staged.counts);
      };
      const start = await knownRows(member);
      await write(earlier);
      const between = await knownRows(member);
      const isFirstWritten = undone.length > 0;
      if ((await write(later)) !== null) expect(await write(later)).toEqual(nothing);
      while (undone.length > (isFirstWritten ? 1 : 0)) await undone.pop()?.();
      expect(await knownRows(member)).toBe(between);
      await undone.pop()?.();
      expect(await knownRows(member)).toBe(start);
    }),
    { numRuns: runs, endOnFailure: true, examples: found },
  );
  expect(written).toBeGreaterThan(runs);
});
