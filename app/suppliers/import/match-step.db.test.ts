import { describe, expect, it } from 'vitest';
import { countStatements } from '../../../tests/factories/count-statements';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { mergeSuppliers } from '../merges/merge-suppliers.server';
import { acceptBatch } from './accept-batch.server';
import { answerProposal, answerProposals, confirmAutomatic } from './answer-proposal.server';
import { commitBatch } from './commit-batch.server';
import { countProposals, listProposals } from './list-proposals.server';
import { readBatch } from './read-batch.server';
import { importAgain, receiveFile } from './receive-file.server';
import { recountBatch, recountSmall } from './recount-batch.server';
import { stageBatch } from './stage-batch.server';

const who = (member: MadeMember, batchId: string) => ({ batchId, organizationId: member.organization.id, userId: member.user.id });

async function stage(member: MadeMember, text: string): Promise<string> {
  const received = await receiveFile(member.inOrganization, {
    ...who(member, ''),
    fileName: 'list.csv',
    bytes: new TextEncoder().encode(text),
  });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const batchId =
    received.kind === 'received' ? received.batchId : await member.inOrganization((db) => importAgain(db, who(member, received.batchId)));
  if (!batchId) throw new Error('no batch');
  await stageBatch(member.inOrganization, who(member, batchId));
  return batchId;
}
async function commit(member: MadeMember, batchId: string) {
  await member.inOrganization((db) => recountSmall(db, batchId));
  await member.inOrganization((db) => acceptBatch(db, who(member, batchId)));
  const committed = await commitBatch(member.inOrganization, who(member, batchId));
  if (committed.kind !== 'committed') throw new Error(committed.code);
  return committed.wrote;
}
const countsOf = (member: MadeMember, batchId: string) => member.inOrganization((db) => countProposals(db, batchId));
const suppliers = (member: MadeMember) => member.inOrganization((db) => db.supplier.count({ where: { archivedAt: null } }));

const season =
  'name,country,address\nMoonriver Garments JSC,Viet Nam,12 Le Loi\nLotus Valley Foods,Thailand,1 Rama IV\nBluefinch Textiles Pvt Ltd,India,5 Mill Rd\n';
// One that is clearly the same, two that a person must look at, one that is new.
const next =
  'name,country,address\nMoonriver Garment Joint Stock Company,Viet Nam,12 Le Loi\nLotus Valley,Thailand,\nBluefinch Textile Unit 2,India,\nKestrel Toys,China,\n';

describe('the matching step', () => {
  it('A7: asks once, takes what is clearly the same, and asks nothing when the same file comes again', async () => {
    const member = await makeMember();
    const in_ = member.inOrganization;
    await commit(member, await stage(member, season));
    const batchId = await stage(member, next);
    expect(await countsOf(member, batchId)).toEqual({ open: 2, automatic: 1, answered: 0 });
    const { proposals } = await in_((db) => listProposals(db, { batchId, state: 'open', after: null }));
    const idOf = (name: string) => proposals.find(({ incoming }) => incoming.name === name)?.id ?? '';
    expect(proposals.map(({ known }) => known?.name).sort()).toEqual(['Bluefinch Textiles Pvt Ltd', 'Lotus Valley Foods']);
    const answer = (name: string, said: 'same' | 'different') =>
      in_((db) => answerProposal(db, { ...who(member, batchId), proposalId: idOf(name), answer: said }));
    expect(await answer('Lotus Valley', 'same')).toBe(true);
    expect(await answer('Bluefinch Textile Unit 2', 'different')).toBe(true);
    // Left and come back to: the answers are there, and the batch read again asks neither.
    expect(await countsOf(member, batchId)).toEqual({ open: 0, automatic: 1, answered: 2 });
    await in_((db) => recountBatch(db, batchId));
    expect((await in_((db) => readBatch(db, batchId)))?.counts).toMatchObject({ suppliersNew: 2, suppliersKnown: 2 });
    expect((await commit(member, batchId)).suppliers).toBe(2);
    expect(await suppliers(member)).toBe(5);
    const decisions = await in_((db) => db.matchDecision.findMany({ select: { verdict: true, decidedById: true } }));
    expect(decisions.filter(({ decidedById }) => decidedById === null)).toEqual([{ verdict: 'same', decidedById: null }]);

    const again = await stage(member, next);
    expect(await countsOf(member, again)).toEqual({ open: 0, automatic: 0, answered: 0 });
    expect((await in_((db) => readBatch(db, again)))?.counts).toMatchObject({ suppliersNew: 0, suppliersKnown: 4 });
    expect((await commit(member, again)).suppliers).toBe(0);
  });

  it('takes a changed answer: the newest counts', async () => {
    const member = await makeMember();
    const in_ = member.inOrganization;
    await commit(member, await stage(member, season));
    const batchId = await stage(member, next);
    expect(await in_((db) => confirmAutomatic(db, who(member, batchId)))).toBe(1);
    const { proposals } = await in_((db) => listProposals(db, { batchId, state: 'answered', after: null }));
    const proposalId = proposals[0]?.id ?? '';
    for (const answer of ['different', 'same', 'different'] as const)
      expect(await in_((db) => answerProposal(db, { ...who(member, batchId), proposalId, answer }))).toBe(true);
    expect((await commit(member, batchId)).suppliers).toBe(4);
    expect(await in_((db) => answerProposal(db, { ...who(member, batchId), proposalId, answer: 'same' }))).toBe(false);
    expect(await countsOf(member, await stage(member, `${next}Another One,Kenya,\n`))).toMatchObject({ open: 0, automatic: 0 });
  });

  it('finds a merged supplier again by the name it had', async () => {
    const member = await makeMember();
    const in_ = member.inOrganization;
    await commit(member, await stage(member, `${season}Full Moon Sewing,Viet Nam,9 Hang Bac\n`));
    await in_(async (db) => {
      const id = async (name: string) => (await db.party.findFirst({ where: { name, kind: 'supplier' }, select: { id: true } }))?.id ?? '';
      const [keptId, otherId] = [await id('Moonriver Garments JSC'), await id('Full Moon Sewing')];
      const choices = { takes: null, sitesApart: new Set<string>() };
      return mergeSuppliers(db, { ...who(member, ''), keptId, otherId, choices, at: new Date() });
    });
    const batchId = await stage(member, 'name,country\nFull Moon Sewing,Viet Nam\n');
    expect((await in_((db) => readBatch(db, batchId)))?.counts).toMatchObject({ suppliersNew: 0, suppliersKnown: 1 });
    expect(await countsOf(member, batchId)).toEqual({ open: 0, automatic: 0, answered: 0 });
  });

  it('announces what accepting writes, automatic matches included', async () => {
    const member = await makeMember();
    await commit(member, await stage(member, season));
    const batchId = await stage(member, next);
    const announced = (await member.inOrganization((db) => readBatch(db, batchId)))?.counts;
    const wrote = await commit(member, batchId);
    expect(announced).toMatchObject({ suppliersNew: 3, suppliersKnown: 1, sitesNew: wrote.sites });
    expect(wrote.suppliers).toBe(3);
  });

  describe('an equal name at another address', () => {
    const first = 'name,country,address\nFelice,Tunisia,"Lot 22, Zone industrielle Utique, Bizerte"\n';
    const second = 'name,country,address\nFelice,Tunisia,"Route de la Republique, Beni Khiar, Nabeul"\n';
    const ask = async (member: MadeMember) => {
      await commit(member, await stage(member, first));
      const batchId = await stage(member, second);
      const { proposals } = await member.inOrganization((db) => listProposals(db, { batchId, state: 'open', after: null }));
      expect(proposals.map(({ about, reasons }) => [about, reasons])).toEqual([
        ['namesake', ['same-name', 'same-country', 'other-address']],
      ]);
      return { batchId, proposalId: proposals[0]?.id ?? '' };
    };
    const answer = (member: MadeMember, of: Awaited<ReturnType<typeof ask>>, said: 'same' | 'different') =>
      member.inOrganization((db) => answerProposal(db, { ...who(member, of.batchId), proposalId: of.proposalId, answer: said }));
    const written = async (member: MadeMember, text: string) => {
      const batchId = await stage(member, text);
      expect(await countsOf(member, batchId)).toEqual({ open: 0, automatic: 0, answered: 0 });
      const { suppliers: made, sites } = await commit(member, batchId);
      return [made, sites];
    };

    it('is another site of the known supplier without a decision, and is not asked about again once it has that site', async () => {
      const member = await makeMember();
      const { batchId } = await ask(member);
      expect(await commit(member, batchId)).toMatchObject({ suppliers: 0, sites: 1 });
      expect(await written(member, second)).toEqual([0, 0]);
    });

    it('is another company by decision; afterwards either file finds its own and writes nothing', async () => {
      const member = await makeMember();
      const asked = await ask(member);
      expect(await answer(member, asked, 'different')).toBe(true);
      await member.inOrganization((db) => recountBatch(db, asked.batchId));
      expect((await member.inOrganization((db) => readBatch(db, asked.batchId)))?.counts).toMatchObject({ suppliersNew: 1 });
      expect(await commit(member, asked.batchId)).toMatchObject({ suppliers: 1, sites: 1 });
      expect(await suppliers(member)).toBe(2);
      expect(await written(member, second)).toEqual([0, 0]);
      expect(await written(member, first)).toEqual([0, 0]);
      expect(await suppliers(member)).toBe(2);
    });

    it('is one supplier again when the decision is changed before accepting', async () => {
      const member = await makeMember();
      const asked = await ask(member);
      for (const said of ['different', 'same'] as const) await answer(member, asked, said);
      expect(await commit(member, asked.batchId)).toMatchObject({ suppliers: 0, sites: 1 });
      expect(await suppliers(member)).toBe(1);
    });

    it('is not asked about where the known site has no address; an address written differently may be the same site', async () => {
      const member = await makeMember();
      await commit(
        member,
        await stage(member, 'name,country,address\nFelice,Tunisia,\nVerdi Moda,Italy,"Via Roma 12, 59013 Montemurlo"\n'),
      );
      const batchId = await stage(member, `${second}Verdi Moda,Italy,"via roma 1259013montemurlo (prato)"\n`);
      const { proposals } = await member.inOrganization((db) => listProposals(db, { batchId, state: 'open', after: null }));
      expect(proposals.map(({ about, incoming }) => [about, incoming.name])).toEqual([['site', 'Verdi Moda']]);
      expect(await countsOf(member, batchId)).toEqual({ open: 1, automatic: 0, answered: 0 });
    });
  });
});

it('takes many answers in as many statements as one', async () => {
  const answering = async (count: number) => {
    const member = await makeMember();
    const names = 'Alderwick Bramblegate Corvanti Dornfeld Esperanza Fjordheim Galloway Hoshikawa Ilmarinen Jacaranda Kestrel Lumiere'
      .split(' ')
      .slice(0, count);
    const listOf = (ends: string) => `name,country,address\n${names.map((name) => `${name} Works${ends},India,`).join('\n')}\n`;
    await commit(member, await stage(member, listOf('')));
    const batchId = await stage(member, listOf(' Unit 2'));
    const { proposals } = await member.inOrganization((db) => listProposals(db, { batchId, state: 'open', after: null }));
    const answers = proposals.map(({ id }) => ({ proposalId: id, answer: 'same' as const }));
    expect(answers.length).toBe(count);
    let statements = 0;
    await member.inOrganization(async (db) => {
      statements = await countStatements(db, (counted) => answerProposals(counted, { ...who(member, batchId), answers }));
    });
    expect(await countsOf(member, batchId)).toEqual({ open: 0, automatic: 0, answered: count });
    return statements;
  };
  const few = await answering(1);
  expect(await answering(12)).toBe(few);
});
