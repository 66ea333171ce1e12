import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWritten, knownRows, stageList, writeList } from '../../../tests/factories/imported-list';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { isThorough } from '../../../tests/setup/find-tests';
import { answerContradictions, showContradictions } from './answer-contradictions.server';
import { announcedBy, pickAnnounced } from './return-to-check.server';
import { readBatch } from './read-batch.server';
import { readGrid } from './read-grid.server';
import { undoBatch } from './undo/undo-batch.server';

const head = 'name,country,address,workers,sector,latitude,longitude\n';
const twoHeadcounts = `${head}Alder Knits,Viet Nam,"12 Le Loi, Hue",250,1410,,\nBirch Mills,India,"5 Mill Road, Tirupur",90,1311,,\nAlder Knits,Viet Nam,"12 Le Loi, Hue",310,1410,,\n`;

type Staged = Awaited<ReturnType<typeof stageList>>;
const asked = async (member: MadeMember, { batchId }: Staged) =>
  showContradictions((await member.inOrganization((db) => readBatch(db, batchId)))?.counts?.contradictions ?? []);
const answer = async (member: MadeMember, staged: Staged, form: Record<string, string>) => {
  const given = new FormData();
  for (const [name, value] of Object.entries(form)) given.set(name, value);
  await member.inOrganization((db) => answerContradictions(db, given, staged));
};
const write = async (member: MadeMember, staged: Staged) => {
  const batch = await member.inOrganization((db) => readBatch(db, staged.batchId));
  const committed = await writeList(member, staged);
  if (committed.kind !== 'committed' || !batch?.counts) throw new Error(committed.kind);
  expect(pickAnnounced(committed.wrote)).toEqual(announcedBy(batch.counts));
  await member.inOrganization((db) => db.jobRun.updateMany({ where: { kind: 'score-all' }, data: { status: 'done' } }));
  return committed.wrote;
};
const workersOf = async (member: MadeMember, name: string) => {
  const site = await member.inOrganization((db) => db.site.findFirstOrThrow({ where: { party: { name } }, select: { workers: true } }));
  return site.workers;
};
const reversed = (text: string) => {
  const [first, ...rows] = text.trim().split('\n');
  return `${[first, ...rows.reverse()].join('\n')}\n`;
};

describe('rows of one list that state two values', () => {
  it('are asked about with their rows, and the answer is written and remembered in any order of the rows', async () => {
    const member = await makeMember();
    const staged = await stageList(member, twoHeadcounts);
    const [question, ...more] = await asked(member, staged);
    expect(more).toEqual([]);
    expect(question).toMatchObject({ name: 'Alder Knits', field: 'Workers', chosen: 1, isAnswered: false });
    expect(question?.options).toEqual([
      { text: '250', rows: [2], more: 0 },
      { text: '310', rows: [4], more: 0 },
    ]);
    await answer(member, staged, { [`contradiction.${question?.id}`]: '0' });
    expect((await asked(member, staged))[0]).toMatchObject({ chosen: 0, isAnswered: true });
    await write(member, staged);
    expect(await workersOf(member, 'Alder Knits')).toBe(250);
    const supplier = await member.inOrganization((db) =>
      db.supplier.findFirstOrThrow({ where: { party: { name: 'Alder Knits' } }, select: { workers: true } }),
    );
    expect(supplier.workers).toBe(250);

    const known = await knownRows(member);
    for (const text of [twoHeadcounts, reversed(twoHeadcounts)]) {
      const again = await stageList(member, text, 'again.csv');
      expect(again.counts).toMatchObject({ contradictionsOpen: 0, contradictionsAnswered: 1 });
      expect(await write(member, again)).toMatchObject({ suppliers: 0, sites: 0, facts: 0, changedParties: 0 });
      expect(await knownRows(member)).toBe(known);
    }
  });

  it('count by the last row without an answer, which accepting remembers and undo forgets', async () => {
    const member = await makeMember();
    const staged = await stageList(member, twoHeadcounts);
    await write(member, staged);
    expect(await workersOf(member, 'Alder Knits')).toBe(310);
    const again = await stageList(member, reversed(twoHeadcounts), 'again.csv');
    expect(again.counts).toMatchObject({ contradictionsOpen: 0, contradictionsAnswered: 1, facts: 0 });
    await write(member, again);
    expect(await undoBatch(member.inOrganization, again)).toMatchObject({ kind: 'undone' });
    expect(await undoBatch(member.inOrganization, staged)).toMatchObject({ kind: 'undone' });
    expect((await stageList(member, twoHeadcounts)).counts).toMatchObject({ contradictionsOpen: 1, contradictionsAnswered: 0 });
  });

  it('are asked again where another value appears', async () => {
    const member = await makeMember();
    const staged = await stageList(member, twoHeadcounts);
    await answer(member, staged, { [`contradiction.${(await asked(member, staged))[0]?.id}`]: '0' });
    const third = await stageList(member, `${twoHeadcounts}Alder Knits,Viet Nam,"12 Le Loi, Hue",400,1410,,\n`, 'third.csv');
    expect(third.counts).toMatchObject({ contradictionsOpen: 1, contradictionsAnswered: 0 });
  });

  it('of a point are one question, and neither spellings nor other days are questions', async () => {
    const member = await makeMember();
    const staged = await stageList(
      member,
      `name,country,address,city,as of,latitude,longitude,workers\nCedar Dye,India,1 Mill Road,Tirupur,2024-01-01,11.1,77.3,50\nCedar Dye,India,1 Mill Road,TIRUPUR,2024-01-01,11.2,77.4,50\nCedar Dye,India,1 Mill Road,Tirupur,2024-01-01,11.20001,77.40001,50\nCedar Dye,India,1 Mill Road,Tirupur,2025-01-01,11.2,77.4,80\n`,
    );
    expect((await asked(member, staged)).map(({ field, options }) => [field, options.length])).toEqual([['Latitude, longitude', 2]]);
  });

  it('are asked in the grid at the last of these rows', async () => {
    const member = await makeMember();
    const staged = await stageList(member, twoHeadcounts);
    const { grid } = await member.inOrganization(async (db) => {
      const batch = await readBatch(db, staged.batchId);
      if (!batch?.mapping || !batch.detected || !batch.counts) throw new Error('not read');
      return readGrid(db, { ...batch, mapping: batch.mapping, detected: batch.detected, counts: batch.counts });
    });
    expect(grid.rows.flatMap(({ rowNumber, question }) => (question?.kind === 'contradiction' ? [rowNumber] : []))).toEqual([4]);
  });

  it('are no longer in the counts of a written list', async () => {
    const member = await makeMember();
    const staged = await stageList(member, twoHeadcounts);
    await write(member, staged);
    expect(await asked(member, staged)).toEqual([]);
  });
});

it('of generated lists and answers, what is announced is written, and the same rows in another order are no change', async () => {
  let answered = 0;
  const row = fc.record({
    name: fc.constantFrom('Alder Knits', 'Birch Mills', 'ALDER  KNITS'),
    address: fc.constantFrom('1 Mill Road', '2 Quay Street'),
    workers: fc.constantFrom('', '40', '90', '250'),
    sector: fc.constantFrom('', '1410', '1311'),
    point: fc.constantFrom(',', '11.1,77.3', '12.5,78.5'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 2, maxLength: 8 }),
      fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
      async (rows, picks) => {
        const member = await makeMember();
        const lines = rows.map(({ name, address, workers, sector, point }) => `${name},India,${address},${workers},${sector},${point}`);
        const text = `${head}${lines.join('\n')}\n`;
        const staged = await stageList(member, text);
        const questions = await asked(member, staged);
        await answer(member, staged, Object.fromEntries(questions.map(({ id }, at) => [`contradiction.${id}`, `${picks[at % 6]}`])));
        answered += questions.length;
        await write(member, staged);
        const before = await countWritten(member);
        for (const each of [text, reversed(text)]) {
          const again = await stageList(member, each, 'again.csv');
          expect(again.counts.contradictionsOpen).toBe(0);
          expect(await write(member, again)).toMatchObject({ suppliers: 0, sites: 0, facts: 0, changedParties: 0 });
        }
        expect(await countWritten(member)).toEqual(before);
      },
    ),
    { numRuns: isThorough ? 60 : 6, endOnFailure: true },
  );
  expect(answered).toBeGreaterThan(0);
});
