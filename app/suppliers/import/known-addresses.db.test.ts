import { describe, expect, it } from 'vitest';
import { stageList, writeList } from '../../../tests/factories/imported-list';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { answerProposals } from './answer-proposal.server';
import { countProposals, listAutomatic, listProposals } from './list-proposals.server';
import { announcedBy, pickAnnounced } from './return-to-check.server';
import { readBatch } from './read-batch.server';
import { readGrid } from './read-grid.server';
import { recountBatch } from './recount-batch.server';

type Staged = Awaited<ReturnType<typeof stageList>>;
const head = 'name,country,address\n';
const [bizerte, nabeul] = ['"Lot 22, Zone industrielle Utique, Bizerte"', '"Route de la Republique, Beni Khiar, Nabeul"'];

const open = async (member: MadeMember, { batchId }: Staged) =>
  (await member.inOrganization((db) => listProposals(db, { batchId, state: 'open', after: null }))).proposals;
const answer = (member: MadeMember, staged: Staged, answers: { proposalId: string; answer: 'same' | 'different' }[]) =>
  member.inOrganization(async (db) => {
    await answerProposals(db, { ...staged, answers });
    await recountBatch(db, staged.batchId);
  });
const write = async (member: MadeMember, staged: Staged) => {
  const batch = await member.inOrganization((db) => readBatch(db, staged.batchId));
  const committed = await writeList(member, staged);
  if (committed.kind !== 'committed' || !batch?.counts) throw new Error(committed.kind);
  expect(pickAnnounced(committed.wrote)).toEqual(announcedBy(batch.counts));
  await member.inOrganization((db) => db.jobRun.updateMany({ where: { kind: 'score-all' }, data: { status: 'done' } }));
  return committed.wrote;
};
/** Two companies of one name at two addresses. */
const twoOfOneName = async () => {
  const member = await makeMember();
  const staged = await stageList(member, `${head}Felice,Tunisia,${bizerte}\nFelice,Tunisia,${nabeul}\n`);
  await answer(
    member,
    staged,
    (await open(member, staged)).map(({ id }) => ({ proposalId: id, answer: 'different' })),
  );
  expect(await write(member, staged)).toMatchObject({ suppliers: 2, sites: 2 });
  return member;
};

describe('a row whose name two suppliers have', () => {
  it('without an address is asked about both, and matched with neither by itself', async () => {
    const member = await twoOfOneName();
    const staged = await stageList(member, `${head}Felice,Tunisia,\n`, 'next.csv');
    const questions = await open(member, staged);
    expect(questions.map(({ known, about }) => [known?.places, about]).sort()).toEqual([
      [['Lot 22, Zone industrielle Utique, Bizerte'], 'company'],
      [['Route de la Republique, Beni Khiar, Nabeul'], 'company'],
    ]);
    expect((await member.inOrganization((db) => listAutomatic(db, staged.batchId))).matches).toEqual([]);
    const { grid } = await member.inOrganization(async (db) => {
      const batch = await readBatch(db, staged.batchId);
      if (!batch?.mapping || !batch.detected || !batch.counts) throw new Error('not read');
      return readGrid(db, { ...batch, mapping: batch.mapping, detected: batch.detected, counts: batch.counts });
    });
    expect(grid.rows[0]?.question).toMatchObject({ kind: 'match', about: 'company', options: [{ name: 'Felice' }, { name: 'Felice' }] });
  });

  it('is the one that is chosen, in every later file', async () => {
    const member = await twoOfOneName();
    const staged = await stageList(member, `${head}Felice,Tunisia,\n`, 'next.csv');
    const chosen = (await open(member, staged)).find(({ known }) => known?.places?.[0]?.includes('Nabeul'));
    await answer(member, staged, [{ proposalId: chosen?.id ?? '', answer: 'same' }]);
    expect(await write(member, staged)).toMatchObject({ suppliers: 0 });
    const again = await stageList(member, `${head}Felice,Tunisia,\n`, 'again.csv');
    expect(await open(member, again)).toEqual([]);
    expect(await write(member, again)).toMatchObject({ suppliers: 0, sites: 0, facts: 0 });
    // Another address says nothing of it: it is asked about.
    const elsewhere = await stageList(member, `${head}Felice,Tunisia,"Avenue Bourguiba 5, Sfax"\n`, 'elsewhere.csv');
    expect((await open(member, elsewhere)).length).toBe(2);
  });

  it('is a new one where it is none of them, and known when the file comes again', async () => {
    for (const address of ['', '"Avenue Bourguiba 5, Sfax"']) {
      const member = await twoOfOneName();
      const text = `${head}Felice,Tunisia,${address}\n`;
      const staged = await stageList(member, text, 'next.csv');
      const [question] = await open(member, staged);
      await answer(member, staged, [{ proposalId: question?.id ?? '', answer: 'different' }]);
      expect(await write(member, staged)).toMatchObject({ suppliers: 1 });
      const again = await stageList(member, text, 'again.csv');
      expect(await open(member, again)).toEqual([]);
      expect(await write(member, again)).toMatchObject({ suppliers: 0, sites: 0, facts: 0 });
    }
  });

  it('adds no further supplier at each import where the question is left open', async () => {
    const member = await twoOfOneName();
    const text = `${head}Felice,Tunisia,\n`;
    expect(await write(member, await stageList(member, text, 'next.csv'))).toMatchObject({ suppliers: 1 });
    expect(await write(member, await stageList(member, text, 'again.csv'))).toMatchObject({ suppliers: 0, sites: 0, facts: 0 });
  });

  it('at the address of one of them is that one, while a row at the other address is the other', async () => {
    const member = await twoOfOneName();
    const staged = await stageList(
      member,
      `name,country,address,workers\nFelice,Tunisia,${nabeul},40\nFelice,Tunisia,${bizerte},70\n`,
      'next.csv',
    );
    expect(await open(member, staged)).toEqual([]);
    expect(await write(member, staged)).toMatchObject({ suppliers: 0, sites: 0 });
    const workers = await member.inOrganization((db) => db.supplier.findMany({ select: { workers: true }, orderBy: { workers: 'asc' } }));
    expect(workers).toEqual([{ workers: 40 }, { workers: 70 }]);
  });
});

it('matches no name that two like suppliers share by itself', async () => {
  const member = await twoOfOneName();
  const staged = await stageList(member, `${head}Felice SARL,Tunisia,\n`, 'next.csv');
  expect(await member.inOrganization((db) => countProposals(db, staged.batchId))).toEqual({ open: 1, automatic: 0, answered: 0 });
});

describe('a known supplier at another spelling of its address', () => {
  const known = `${head}Moonriver Garments,Viet Nam,"Lot 22, Hoa Khanh Industrial Zone, Lien Chieu, Da Nang"\n`;
  const spelt = `${head}Moonriver Garments,Viet Nam,"Lot 22 Hoa Khanh IZ, Lien Chieu Dist., Danang 550000"\n`;

  it('is asked whether it is the same site, which is remembered', async () => {
    const member = await makeMember();
    await write(member, await stageList(member, known));
    const staged = await stageList(member, spelt, 'spelt.csv');
    expect(staged.counts).toMatchObject({ suppliersKnown: 1, sitesNew: 1 });
    const [question, ...more] = await open(member, staged);
    expect(more).toEqual([]);
    expect(question).toMatchObject({
      about: 'site',
      other: { address: 'Lot 22, Hoa Khanh Industrial Zone, Lien Chieu, Da Nang', row: null },
    });
    await answer(member, staged, [{ proposalId: question?.id ?? '', answer: 'same' }]);
    expect(await write(member, staged)).toMatchObject({ suppliers: 0, sites: 0 });
    expect(await member.inOrganization((db) => db.site.count())).toBe(1);
    const again = await stageList(member, spelt, 'again.csv');
    expect(await open(member, again)).toEqual([]);
    expect(await write(member, again)).toMatchObject({ suppliers: 0, sites: 0, facts: 0 });
  });

  it('has a second site where it is another one or nothing is answered, and is not asked about again', async () => {
    for (const isAnswered of [true, false]) {
      const member = await makeMember();
      await write(member, await stageList(member, known));
      const staged = await stageList(member, spelt, 'spelt.csv');
      const [question] = await open(member, staged);
      if (isAnswered) await answer(member, staged, [{ proposalId: question?.id ?? '', answer: 'different' }]);
      expect(await write(member, staged)).toMatchObject({ suppliers: 0, sites: 1 });
      const again = await stageList(member, spelt, 'again.csv');
      expect(await open(member, again)).toEqual([]);
      expect(await write(member, again)).toMatchObject({ sites: 0, facts: 0 });
    }
  });

  it('with the same words in another order is that site unless it is unticked', async () => {
    const member = await makeMember();
    await write(member, await stageList(member, known));
    const staged = await stageList(
      member,
      `${head}Moonriver Garments,Viet Nam,"Hoa Khanh Industrial Zone (Lot 22), Da Nang, Lien Chieu"\n`,
      'order.csv',
    );
    expect(await open(member, staged)).toEqual([]);
    const { matches } = await member.inOrganization((db) => listAutomatic(db, staged.batchId));
    expect(matches).toMatchObject([{ about: 'site', score: 1 }]);
    expect(staged.counts).toMatchObject({ suppliersNew: 0, sitesNew: 0, sitesKnown: 1 });
    await answer(member, staged, [{ proposalId: matches[0]?.id ?? '', answer: 'different' }]);
    expect(await write(member, staged)).toMatchObject({ suppliers: 0, sites: 1 });
  });

  it('is not asked about at another number, with another site name or another identifier', async () => {
    for (const row of [
      'Moonriver Garments,Viet Nam,"Lot 47, Hoa Khanh Industrial Zone, Lien Chieu, Da Nang",,',
      'Moonriver Garments,Viet Nam,"Lot 22 Hoa Khanh IZ, Lien Chieu, Danang",Dyehouse,',
    ]) {
      const member = await makeMember();
      await write(member, await stageList(member, known));
      const staged = await stageList(member, `name,country,address,site name,supplier number\n${row}\n`, 'other.csv');
      const asked = await open(member, staged);
      expect(asked.map(({ score }) => score < 0.85)).toEqual(asked.map(() => true));
      expect(staged.counts).toMatchObject({ suppliersNew: 0, sitesNew: 1 });
    }
  });
});

describe('a known supplier whose only site has no address', () => {
  const unplaced = `${head}Moonriver Garments,Viet Nam,\n`;
  const [lot, lane] = ['"Lot 22, Hoa Khanh Industrial Zone, Da Nang"', '"7 Tran Phu Lane, Hoi An"'];
  const addresses = (member: MadeMember) =>
    member.inOrganization((db) => db.site.findMany({ select: { address: true }, orderBy: { address: 'asc' } }));

  it('has the address of a list at that site, and no second site', async () => {
    const member = await makeMember();
    await write(member, await stageList(member, unplaced));
    const text = `${head}Moonriver Garments,Viet Nam,${lot}\n`;
    const staged = await stageList(member, text, 'placed.csv');
    expect(await open(member, staged)).toEqual([]);
    expect(staged.counts).toMatchObject({ suppliersNew: 0, sitesNew: 0, sitesKnown: 1 });
    expect(await write(member, staged)).toMatchObject({ suppliers: 0, sites: 0 });
    expect(await addresses(member)).toEqual([{ address: 'Lot 22, Hoa Khanh Industrial Zone, Da Nang' }]);
    expect(await write(member, await stageList(member, text, 'again.csv'))).toMatchObject({ sites: 0, facts: 0 });
  });

  it('is the site that a list without addresses means, where it has one', async () => {
    const member = await makeMember();
    await write(member, await stageList(member, `${head}Moonriver Garments,Viet Nam,${lot}\n`));
    const staged = await stageList(member, 'name,country,workers\nMoonriver Garments,Viet Nam,120\n', 'people.csv');
    expect(await write(member, staged)).toMatchObject({ suppliers: 0, sites: 0 });
    expect(await member.inOrganization((db) => db.site.findMany({ select: { address: true, workers: true } }))).toEqual([
      { address: 'Lot 22, Hoa Khanh Industrial Zone, Da Nang', workers: 120 },
    ]);
  });

  it('is asked which of several addresses is that of the site', async () => {
    const member = await makeMember();
    await write(member, await stageList(member, unplaced));
    const text = `${head}Moonriver Garments,Viet Nam,${lot}\nMoonriver Garments,Viet Nam,${lane}\n`;
    const staged = await stageList(member, text, 'placed.csv');
    const questions = (await open(member, staged)).filter(({ other }) => other?.row === null);
    expect(questions.map(({ about, other }) => [about, other?.address])).toEqual([
      ['site', null],
      ['site', null],
    ]);
    await answer(
      member,
      staged,
      questions.map(({ id, incoming }) => ({ proposalId: id, answer: incoming.address?.startsWith('Lot') ? 'same' : 'different' })),
    );
    expect(await write(member, staged)).toMatchObject({ suppliers: 0, sites: 1 });
    expect((await addresses(member)).map(({ address }) => address)).toEqual([
      '7 Tran Phu Lane, Hoi An',
      'Lot 22, Hoa Khanh Industrial Zone, Da Nang',
    ]);
    const again = await stageList(member, text, 'again.csv');
    expect((await open(member, again)).filter(({ about }) => about === 'site')).toEqual([]);
    expect(await write(member, again)).toMatchObject({ sites: 0, facts: 0 });
  });

  it('keeps a site of another name, and one of two sites, as they are', async () => {
    const member = await makeMember();
    await write(member, await stageList(member, 'name,country,address,site name\nMoonriver Garments,Viet Nam,,Dyehouse\n'));
    expect(await write(member, await stageList(member, `${head}Moonriver Garments,Viet Nam,${lot}\n`, 'placed.csv'))).toMatchObject({
      sites: 1,
    });
    expect((await addresses(member)).map(({ address }) => address)).toEqual(['Lot 22, Hoa Khanh Industrial Zone, Da Nang', null]);
  });
});
