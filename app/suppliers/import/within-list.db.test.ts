import { describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { answerLines, answerProposals } from './answer-proposal.server';
import { commitBatch } from './commit-batch.server';
import { handleBatchAction } from './handle-batch-action.server';
import { countProposals, listAutomatic, listProposals } from './list-proposals.server';
import { linesOf } from './proposal-lines';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { recountBatch } from './recount-batch.server';
import { stageBatch } from './stage-batch.server';

const who = (member: MadeMember, batchId: string) => ({ batchId, organizationId: member.organization.id, userId: member.user.id });

async function stage(member: MadeMember, text: string, fileName = 'list.csv'): Promise<string> {
  const received = await receiveFile(member.inOrganization, { ...who(member, ''), fileName, bytes: new TextEncoder().encode(text) });
  if (received.kind !== 'received') throw new Error(received.kind);
  await stageBatch(member.inOrganization, who(member, received.batchId));
  return received.batchId;
}
/** Accepts a list as counted after the answers, and writes it. */
async function commit(member: MadeMember, batchId: string) {
  await member.inOrganization((db) => recountBatch(db, batchId));
  await member.inOrganization((db) => acceptBatch(db, who(member, batchId)));
  const committed = await commitBatch(member.inOrganization, who(member, batchId));
  if (committed.kind !== 'committed') throw new Error(committed.code);
  return committed.wrote;
}
const announced = async (member: MadeMember, batchId: string) => {
  await member.inOrganization((db) => recountBatch(db, batchId));
  const counts = (await member.inOrganization((db) => readBatch(db, batchId)))?.counts;
  return [counts?.suppliersNew, counts?.sitesNew];
};
const open = (member: MadeMember, batchId: string) =>
  member.inOrganization(async (db) => linesOf((await listProposals(db, { batchId, state: 'open', after: null })).proposals));
const counts = (member: MadeMember, batchId: string) => member.inOrganization((db) => countProposals(db, batchId));

const head = 'name,country,address\n';
const spellings = `${head}Moonriver Garments Ltd,Viet Nam,"12 Le Loi, Hoi An, Quang Nam"
Moonriver Garment Factory Ltd,Viet Nam,"12 Le Loi Street, Hoi An, Quang Nam"
Moon River Garments,Viet Nam,"12 Le Loi, Hoi An, Quang Nam"
Kestrel Toys,China,"8 Dongfeng Road, Shantou, Guangdong"
`;

describe('spellings within one list', () => {
  it('are one line of the matching step, answered at once; the answer is written and remembered', async () => {
    const member = await makeMember();
    const batchId = await stage(member, spellings);
    const lines = await open(member, batchId);
    expect(lines.map(({ members, best }) => [members.map(({ first }) => first.rowNumber), best.about])).toEqual([[[3, 4], 'company']]);
    // Row 4 differs from row 2 in spacing and legal form alone.
    expect(await announced(member, batchId)).toEqual([3, 3]);
    const clusters = lines.map(({ cluster }) => cluster);
    expect(await member.inOrganization((db) => answerLines(db, { ...who(member, batchId), clusters, answer: 'same' }))).toBe(2);
    expect(await counts(member, batchId)).toEqual({ open: 0, automatic: 0, answered: 1 });
    expect(await announced(member, batchId)).toEqual([2, 2]);
    expect(await commit(member, batchId)).toMatchObject({ suppliers: 2, sites: 2 });

    // Another file with the spellings in another order: nothing is asked and nothing is new.
    const [first, ...rows] = spellings.trim().split('\n');
    const again = await stage(member, `${[first, ...rows.reverse()].join('\n')}\n`);
    expect(await counts(member, again)).toEqual({ open: 0, automatic: 0, answered: 0 });
    expect(await commit(member, again)).toMatchObject({ suppliers: 0, sites: 0, facts: 0 });
  });

  it('are companies of their own where the answer is so, or none is given', async () => {
    const member = await makeMember();
    const batchId = await stage(member, spellings);
    const answers = (await open(member, batchId)).flatMap(({ members }) =>
      members.map(({ first }) => ({ proposalId: first.id, answer: 'different' as const })),
    );
    expect(await member.inOrganization((db) => answerProposals(db, { ...who(member, batchId), answers }))).toBe(2);
    expect(await counts(member, batchId)).toEqual({ open: 0, automatic: 0, answered: 1 });
    expect(await commit(member, batchId)).toMatchObject({ suppliers: 4, sites: 4 });
  });

  it('that differ in the legal form alone at one address are one, shown for the check, and two once unticked', async () => {
    const text = `${head}Lotus Foods Ltd,Thailand,"1 Rama IV Road, Silom, Bangkok"\nLotus Foods Co.,Thailand,"1 Rama IV Road, Silom, Bangkok"\n`;
    const member = await makeMember();
    const batchId = await stage(member, text);
    const { matches } = await member.inOrganization((db) => listAutomatic(db, batchId));
    expect(matches.map(({ incoming, other }) => [incoming.name, other?.name])).toEqual([['Lotus Foods Co.', 'Lotus Foods Ltd']]);
    expect(await announced(member, batchId)).toEqual([1, 1]);
    const form = new FormData();
    form.set('intent', 'automatic');
    for (const { id } of matches) form.append('shown', id);
    expect(await handleBatchAction(member.inOrganization, form, who(member, batchId))).toEqual({ to: 'check', batchId });
    expect(await announced(member, batchId)).toEqual([2, 2]);
    expect(await commit(member, batchId)).toMatchObject({ suppliers: 2, sites: 2 });

    const other = await makeMember();
    const taken = await stage(other, text);
    expect(await commit(other, taken)).toMatchObject({ suppliers: 1, sites: 1 });
  });
});

describe('equal names within one list', () => {
  it('at like addresses are asked about as sites, at unlike ones as companies', async () => {
    const member = await makeMember();
    const batchId = await stage(
      member,
      `${head}Felice,Tunisia,"Lot 22, Zone industrielle Utique, Bizerte"\nFelice,Tunisia,"Lot 22, Zone Industrielle de Utique, Bizerte 7000"\nFelice,Tunisia,"Route de la Republique, Beni Khiar, Nabeul"\n`,
    );
    const lines = await open(member, batchId);
    expect(lines.map(({ best, members }) => [best.about, members.map(({ first }) => first.rowNumber)]).sort()).toEqual([
      ['namesake', [4]],
      ['site', [3]],
    ]);
    expect(await announced(member, batchId)).toEqual([1, 3]);
    const answers = lines.flatMap(({ best }) => [
      { proposalId: best.id, answer: best.about === 'site' ? ('same' as const) : ('different' as const) },
    ]);
    await member.inOrganization((db) => answerProposals(db, { ...who(member, batchId), answers }));
    expect(await announced(member, batchId)).toEqual([2, 2]);
    expect(await commit(member, batchId)).toMatchObject({ suppliers: 2, sites: 2 });
  });
});

describe('two lists in hand', () => {
  it('are compared with each other, and the answer counts once the first is written', async () => {
    const member = await makeMember();
    const one = await stage(member, `${head}Bluefinch Textiles Pvt Ltd,India,"5 Mill Road, Tirupur, Tamil Nadu"\n`, 'one.csv');
    const two = await stage(member, `${head}Blue Finch Textile,India,"5 Mill Road, Tirupur, Tamil Nadu"\n`, 'two.csv');
    const [line] = await open(member, two);
    expect(line?.best.other).toMatchObject({ name: 'Bluefinch Textiles Pvt Ltd', list: 'one.csv', row: 2 });
    await member.inOrganization((db) => answerLines(db, { ...who(member, two), clusters: [line?.cluster ?? ''], answer: 'same' }));
    expect((await commit(member, one)).suppliers).toBe(1);
    expect((await commit(member, two)).suppliers).toBe(0);
  });
});
