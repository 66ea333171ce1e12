import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { TenantDb } from '~/access/tenant-db.server';
import { type MadeMember, makeMember } from '../factories/member';

/** Attacks through the Prisma client: what SQL rejects must be rejected here too, nested or not. */
type Made = { member: MadeMember; partyId: string; siteId: string; responseId: string; fileId: string; sourceId: string };

async function makeChain(): Promise<Made> {
  const member = await makeMember();
  return member.inOrganization(async (db) => {
    const party = (kind: string) =>
      db.party.create({ data: { kind, publicId: randomUUID(), name: 'N', nameKey: randomUUID() }, select: { id: true } });
    const { id: partyId } = await party('supplier');
    await db.supplier.create({ data: { partyId, nameKey: 'n' } });
    const { id: siteId } = await party('site');
    await db.site.create({ data: { partyId: siteId, supplierPartyId: partyId } });
    const by = member.user.id;
    const response = await db.questionnaireResponse.create({ data: { partyId, kind: 'audit', instrumentKey: 'x@1', openedById: by } });
    const file = await db.storedFile.create({
      data: { sha256: 'x', fileName: 'f', mediaType: 'text/plain', sizeBytes: 1, uploadedById: by },
    });
    const source = await db.source.create({ data: { kind: 'member', userId: by } });
    return { member, partyId, siteId, responseId: response.id, fileId: file.id, sourceId: source.id };
  });
}

let a: Made;
let b: Made;
beforeAll(async () => {
  a = await makeChain();
  b = await makeChain();
});

const organizationOf = (made: Made) => made.member.organization.id;
const asA = <Result>(work: (db: TenantDb) => Promise<Result>) => a.member.inOrganization(work);

const attacks: Record<string, (db: TenantDb) => Promise<unknown>> = {
  'create a site under the supplier of the other': async (db) => {
    const { id } = await db.party.create({ data: { kind: 'site', publicId: randomUUID(), name: 'S', nameKey: 's' } });
    return db.site.create({ data: { partyId: id, supplierPartyId: b.partyId } });
  },
  'move my site to the supplier of the other': (db) =>
    db.site.update({
      where: { organizationId_partyId: { organizationId: organizationOf(a), partyId: a.siteId } },
      data: { supplierPartyId: b.partyId },
    }),
  'connect the site of the other to my supplier': (db) =>
    db.supplier.update({
      where: { organizationId_partyId: { organizationId: organizationOf(a), partyId: a.partyId } },
      data: { sites: { connect: { organizationId_partyId: { organizationId: organizationOf(b), partyId: b.siteId } } } },
    }),
  'connect my site to the supplier of the other': (db) =>
    db.site.update({
      where: { organizationId_partyId: { organizationId: organizationOf(a), partyId: a.siteId } },
      data: { supplier: { connect: { organizationId_partyId: { organizationId: organizationOf(b), partyId: b.partyId } } } },
    }),
  'create an answer inside the assessment of the other, nested': (db) =>
    db.party.update({
      where: { organizationId_id: { organizationId: organizationOf(a), id: a.partyId } },
      data: {
        responses: {
          update: {
            where: { organizationId_id: { organizationId: organizationOf(b), id: b.responseId } },
            data: { answers: { create: { question: 'q', value: 1, answeredById: a.member.user.id } } },
          },
        },
      },
    }),
  'attach the file of the other as my evidence': (db) =>
    db.evidence.create({ data: { responseId: a.responseId, question: 'q', fileId: b.fileId } }),
  'create a fact from the source of the other': (db) => db.fact.create({ data: { partyId: a.partyId, values: {}, sourceId: b.sourceId } }),
  'link my supplier to that of the other': (db) =>
    db.supplyLink.create({ data: { fromPartyId: a.partyId, toPartyId: b.partyId, kind: 'supplies', sourceId: a.sourceId } }),
  'create a row with the organization of the other': (db) =>
    db.party.create({ data: { organizationId: organizationOf(b), kind: 'supplier', publicId: randomUUID(), name: 'N', nameKey: 'n' } }),
  'create through the organization of the other, nested': (db) =>
    db.organization.update({
      where: { id: organizationOf(b) },
      data: { parties: { create: { kind: 'supplier', publicId: randomUUID(), name: 'N', nameKey: 'n' } } },
    }),
  'upsert the row of the other': (db) =>
    db.party.upsert({
      where: { organizationId_id: { organizationId: organizationOf(b), id: b.partyId } },
      create: { organizationId: organizationOf(b), id: b.partyId, kind: 'supplier', publicId: randomUUID(), name: 'Mine', nameKey: 'n' },
      update: { name: 'Mine' },
    }),
  'give myself a role in the other': (db) =>
    db.membership.create({ data: { organizationId: organizationOf(b), userId: a.member.user.id, role: 'owner' } }),
  'create many with one of the other among them': (db) =>
    db.jobRun.createMany({ data: [{ kind: 'score-all' }, { kind: 'score-all', organizationId: organizationOf(b) }] }),
};

test.each(Object.keys(attacks))('refused: %s', async (name) => {
  const attack = attacks[name];
  expect(attack).toBeDefined();
  await expect(asA(async (db) => attack?.(db))).rejects.toThrow();
});

test('records of the other organization are neither found, listed through relations, updated nor deleted', async () => {
  await asA(async (db) => {
    expect(await db.party.findMany({ where: { id: { in: [b.partyId, b.siteId] } } })).toEqual([]);
    expect(await db.party.findUnique({ where: { organizationId_id: { organizationId: organizationOf(b), id: b.partyId } } })).toBeNull();
    const other = await db.organization.findUnique({
      where: { id: organizationOf(b) },
      select: { parties: true, memberships: true, responses: true, sources: true, invitations: true, activities: true },
    });
    expect(other).toEqual({ parties: [], memberships: [], responses: [], sources: [], invitations: [], activities: [] });
    expect(await db.party.updateMany({ where: { organizationId: organizationOf(b) }, data: { name: 'Mine' } })).toEqual({ count: 0 });
    expect(await db.party.deleteMany({ where: { id: b.partyId } })).toEqual({ count: 0 });
    expect(await db.questionnaireResponse.count({ where: { party: { id: b.partyId } } })).toBe(0);
  });
});

test('after all attacks the other organization is unchanged', async () => {
  await b.member.inOrganization(async (db) => {
    expect(await db.party.count()).toBe(2);
    expect(await db.site.findMany({ select: { partyId: true, supplierPartyId: true } })).toEqual([
      { partyId: b.siteId, supplierPartyId: b.partyId },
    ]);
    expect(await db.answer.count()).toBe(0);
    expect(await db.membership.count()).toBe(1);
    expect(await db.jobRun.count()).toBe(0);
  });
});

test('a failed action leaves nothing of its transaction behind', async () => {
  const before = await asA((db) => db.party.count());
  await expect(
    asA(async (db) => {
      await db.party.create({ data: { kind: 'supplier', publicId: randomUUID(), name: 'N', nameKey: 'n' } });
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await asA((db) => db.party.count())).toBe(before);
});
