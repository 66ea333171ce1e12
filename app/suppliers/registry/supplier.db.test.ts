import { describe, expect, it } from 'vitest';
import { assess } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { addLabourRecruiter } from '~/suppliers/labour-recruiters/add-labour-recruiter.server';
import { listLabourRecruiters } from '~/suppliers/labour-recruiters/list-labour-recruiters.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { addSite } from '~/suppliers/sites/add-site.server';
import { editSite } from '~/suppliers/sites/edit-site.server';
import { readSites } from '~/suppliers/sites/read-sites.server';
import { makeMember } from '../../../tests/factories/member';
import { archiveSupplier } from './archive-supplier.server';
import { countSuppliers } from './count-suppliers.server';
import { createSupplier } from './create-supplier.server';
import { editSupplier } from './edit-supplier.server';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { listSourceLinks } from '~/suppliers/supply-links/list-source-links.server';
import { factsForScoring } from './facts-for-scoring.server';
import { projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { readHistory } from '~/suppliers/facts/read-history.server';
import { listSourceFacts } from './list-source-facts.server';
import { readSource } from './read-source.server';
import { readSupplierHead } from './read-supplier.server';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { searchParties } from './search-suppliers.server';

const entryOf = (name: string, values: FactValues = {}, suppliesTo: string | null = 'buyer') => ({
  name,
  values,
  suppliesTo,
  isDuplicateMeant: false,
});

async function addSupplier(db: TenantDb, userId: string, name: string, values: FactValues = {}, suppliesTo: string | null = 'buyer') {
  const made = await createSupplier(db, { entry: entryOf(name, values, suppliesTo), userId });
  if (made.kind !== 'created') throw new Error(made.kind);
  return made;
}

describe('a supplier as members know it', () => {
  it('is added with facts, a source, a link and its tier', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const first = await addSupplier(db, user.id, 'Công ty CP May Nguyễn', {
        country: 'VN',
        sector: '14',
        workers: 1250,
        migrantShare: 0.35,
      });
      const second = await addSupplier(db, user.id, 'Cotton Mill', { country: 'IN' }, first.publicId);
      const third = await addSupplier(db, user.id, 'Nobody’s Supplier', {}, null);
      expect(await readSupplierHead(db, first.publicId)).toMatchObject({
        country: 'VN',
        sector: '14',
        tier: 1,
        counts: { links: 2, sites: 0 },
      });
      expect(await readSupplierHead(db, second.publicId)).toMatchObject({ tier: 2, reading: null });
      expect(await readSupplierHead(db, third.publicId)).toMatchObject({ tier: null, country: null });
      expect((await countSuppliers(db)).counts).toEqual({ all: 3, 'at-risk': 0, 'not-scored': 3, 'tier-unknown': 1, archived: 0 });
      const { facts } = await readHistory(db, first.partyId);
      expect(facts).toHaveLength(1);
      expect(facts[0]?.source).toMatchObject({ kind: 'member', person: user.name });
      const sourceId = facts[0]?.source?.id ?? '';
      const cursors = { after: null, before: null };
      expect(await readSource(db, sourceId)).toMatchObject({ id: sourceId, row: null });
      expect(await listSourceFacts(db, { sourceId, cursors })).toMatchObject({ rows: [{ party: { publicId: first.publicId } }], total: 1 });
      expect(await listSourceLinks(db, { sourceId, cursors })).toMatchObject({
        rows: [{ kind: 'supplies', fromPublicId: first.publicId, toKind: 'buyer', withdrawnAs: null }],
        total: 1,
      });
    });
  });

  it('is not added twice under one folded name, unless that is meant, nor under an unknown customer', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const made = await addSupplier(db, user.id, 'Müller GmbH', { country: 'DE' });
      const again = { ...entryOf('MULLER', { country: 'DE' }) };
      expect(await createSupplier(db, { entry: again, userId: user.id })).toMatchObject({ kind: 'exists', publicId: made.publicId });
      expect(await createSupplier(db, { entry: entryOf('Müller GmbH', { country: 'FR' }), userId: user.id })).toMatchObject({
        kind: 'created',
      });
      expect(await createSupplier(db, { entry: { ...again, isDuplicateMeant: true }, userId: user.id })).toMatchObject({ kind: 'created' });
      expect(await createSupplier(db, { entry: entryOf('Other', {}, 'No One'), userId: user.id })).toEqual({
        kind: 'refused',
        code: 'customer-unknown',
      });
      expect(await createSupplier(db, { entry: entryOf('Other', {}, 'muller'), userId: user.id })).toEqual({
        kind: 'refused',
        code: 'customer-several',
      });
    });
  });

  it('keeps every fact when it is edited, withdraws what becomes unknown, and knows what was known before', async () => {
    const { inOrganization, user } = await makeMember();
    const made = await inOrganization((db) => addSupplier(db, user.id, 'Acme', { country: 'VN', workers: 100, housing: 'tied' }));
    const before = new Date();
    await new Promise((resolve) => setTimeout(resolve, 20));
    await inOrganization(async (db) => {
      const entry = { name: 'Acme Garments Ltd', values: { country: 'VN', workers: 250, housing: null, products: [] } };
      expect(await editSupplier(db, { partyId: made.partyId, entry, userId: user.id })).toEqual(['name', 'products', 'workers', 'housing']);
      expect(await editSupplier(db, { partyId: made.partyId, entry, userId: user.id })).toEqual([]);
      const { projection, records } = await readFacts(db, { partyId: made.partyId });
      expect(records).toHaveLength(2);
      expect(valuesOfProjection(projection)).toEqual({ name: 'Acme Garments Ltd', country: 'VN', workers: 250, products: [] });
      expect(valuesOfProjection(projectFacts(records, { knownOn: before }))).toEqual({
        name: 'Acme',
        country: 'VN',
        workers: 100,
        housing: 'tied',
      });
      const row = await db.supplier.findFirstOrThrow({ where: { partyId: made.partyId } });
      expect(row).toMatchObject({ nameKey: 'acme garments', workers: 250, country: 'VN', products: [] });
      const acts = await db.activity.findMany({ where: { recordId: made.partyId, act: 'edit' } });
      expect(acts).toHaveLength(1);
      expect(acts[0]?.changes).toContainEqual({ field: 'housing', before: 'tied', after: null });
    });
  });

  it('is put away and taken back without losing anything', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const { partyId, publicId } = await addSupplier(db, user.id, 'Acme');
      const act = (isArchived: boolean) => archiveSupplier(db, { partyId, isArchived, userId: user.id, at: new Date() });
      expect([await act(true), await act(true)]).toEqual([true, false]);
      expect((await countSuppliers(db)).counts.all).toBe(0);
      expect(await searchParties(db, { text: 'acme' })).toEqual([]);
      expect(await readSupplierHead(db, publicId)).toMatchObject({ isArchived: true });
      expect(await act(false)).toBe(true);
      expect((await countSuppliers(db)).counts.all).toBe(1);
    });
  });

  it('cannot have its facts changed or deleted by the application', async () => {
    const { inOrganization, user } = await makeMember();
    const made = await inOrganization((db) => addSupplier(db, user.id, 'Acme', { workers: 1 }));
    await expect(inOrganization((db) => db.fact.updateMany({ where: { partyId: made.partyId }, data: { values: {} } }))).rejects.toThrow(
      /denied/,
    );
    await expect(inOrganization((db) => db.fact.deleteMany({ where: { partyId: made.partyId } }))).rejects.toThrow(/denied/);
  });

  it('is found by a part of its name, without accents, by its ID, and never from another organization', async () => {
    const { inOrganization, user } = await makeMember();
    const other = await makeMember();
    const made = await inOrganization((db) => addSupplier(db, user.id, 'Công ty CP May Nguyễn', { country: 'VN' }));
    const find = (text: string, by = inOrganization) =>
      by((db) => searchParties(db, { text })).then((found) => found.map((party) => party.name));
    for (const text of ['nguyễn', 'NGUYEN', 'ay ngu', made.publicId, made.publicId.toLowerCase()])
      expect(await find(text), text).toEqual(['Công ty CP May Nguyễn']);
    for (const text of ['%', '_', '', 'zzz']) expect(await find(text), text).toEqual([]);
    expect(await find('nguyen', other.inOrganization)).toEqual([]);
    expect(await other.inOrganization((db) => readSupplierHead(db, made.publicId))).toBeNull();
  });
});

describe('sites and labour providers', () => {
  it('give the method what the supplier does not say itself', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const { partyId } = await addSupplier(db, user.id, 'Acme', { country: 'VN', sector: '14' });
      const silent = await addSupplier(db, user.id, 'Silent');
      const siteOf = (name: string, values: FactValues) =>
        addSite(db, { supplierPartyId: partyId, entry: { name, values, note: null }, userId: user.id });
      const publicId = await siteOf('Plant 1', { country: 'KH', workers: 100, migrantShare: 0.5 });
      await siteOf('Plant 2', { country: 'VN', workers: 300, migrantShare: 0.1 });
      const facts = await factsForScoring(db, [partyId, silent.partyId]);
      expect(facts.get(partyId)).toMatchObject({ countries: { value: ['KH', 'VN'] }, sector: { value: '14' }, workers: { value: 400 } });
      expect(facts.get(partyId)?.migrantShare?.value).toBeCloseTo(0.2, 9);
      expect(facts.get(silent.partyId)).toEqual({});
      expect(assess({ asOf: '2026-11-25', facts: facts.get(partyId) ?? {} }).status).toBe('scored');
      const edited = await editSite(db, {
        publicId,
        entry: { name: 'Plant 1', values: { country: 'KH', workers: 500, migrantShare: 0.5 }, note: null },
        userId: user.id,
      });
      expect(edited).toEqual({ fields: ['workers'], supplierPartyId: partyId });
      expect((await readSites(db, partyId)).sites.map(({ name, workers }) => [name, workers])).toEqual([
        ['Plant 1', 500],
        ['Plant 2', 300],
      ]);
    });
  });

  it('links a labour provider of a known name instead of making another', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      await ensureBuyer(db);
      const one = await addSupplier(db, user.id, 'One');
      const two = await addSupplier(db, user.id, 'Two');
      const entry = {
        name: 'Gulf Recruiting Pvt Ltd',
        values: { country: 'NP', licence: 'L-1', originCountries: ['NP', 'BD'] },
        note: null,
      };
      await addLabourRecruiter(db, { supplierPartyId: one.partyId, entry, userId: user.id });
      await addLabourRecruiter(db, {
        supplierPartyId: two.partyId,
        entry: { name: 'GULF RECRUITING', values: { licence: 'L-2' }, note: null },
        userId: user.id,
      });
      expect(await db.party.count({ where: { kind: 'labour-recruiter' } })).toBe(1);
      expect(await listLabourRecruiters(db, two.partyId)).toMatchObject([
        { name: 'Gulf Recruiting Pvt Ltd', licence: 'L-2', originCountries: ['NP', 'BD'] },
      ]);
    });
  });
});

describe('the projection in SQL', () => {
  it('says what the pure one says', async () => {
    const { inOrganization, user } = await makeMember();
    await inOrganization(async (db) => {
      const { partyId } = await addSupplier(db, user.id, 'Acme', {
        country: 'VN',
        workers: 10,
        products: ['cotton'],
        agencyShare: 0.25,
        declaredTier: 2,
        parentCompany: 'Mother',
      });
      const steps: FactValues[] = [
        { workers: 20, products: [] },
        { country: null, sector: '1410' },
        { products: ['shirts', 'trousers'], agencyShare: null },
      ];
      for (const values of steps) {
        await editSupplier(db, { partyId, entry: { name: 'Acme', values }, userId: user.id });
        const { projection } = await readFacts(db, { partyId });
        const known = valuesOfProjection(projection);
        const row = await db.supplier.findFirstOrThrow({ where: { partyId } });
        expect({ ...row, agencyShare: row.agencyShare?.toNumber() ?? null }).toMatchObject({
          country: known.country ?? null,
          sector: known.sector ?? null,
          workers: known.workers ?? null,
          products: known.products ?? [],
          agencyShare: known.agencyShare ?? null,
          declaredTier: known.declaredTier ?? null,
          parentCompany: known.parentCompany ?? null,
        });
      }
    });
  });
});
