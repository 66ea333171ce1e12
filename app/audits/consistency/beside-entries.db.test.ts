import { beforeAll, expect, it } from 'vitest';
import { checkRecord } from '~/audits/entries/check-record.server';
import { packConsistency } from '~/audits/recorder/pack-consistency.server';
import { addLabourRecruiter } from '~/suppliers/labour-recruiters/add-labour-recruiter.server';
import { recordEntry } from '~/suppliers/labour-recruiters/record-entry.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { checkValue, makeAudit, makeEntry, sendEntries, withAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readContradictions } from './read-contradictions.server';
import { showHits } from './show-hits.server';

let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
});

const hitsOf = (auditId: string) =>
  withAudit(owner, auditId, async (db, audit) => {
    const hits = await readContradictions(db, audit, await checkRecord(db, audit), { isForTeam: true });
    return { hits, shown: await showHits(db, audit, { hits, recorder: null }) };
  });

it('compares answers with the record of the recruiters of a site, and names the recruiter', async () => {
  const supplier = await makeSupplier(owner, { name: 'Glove Works', values: { country: 'MY' } });
  const userId = owner.user.id;
  await owner.inOrganization(async (db) => {
    const entry = { name: 'Himal Overseas', values: { feePolicy: 'no-worker-costs' }, note: null };
    const partyId = await addLabourRecruiter(db, { supplierPartyId: supplier.partyId, entry: entry as never, userId });
    const of = { partyId, userId };
    const ends = { origin: 'NP', destination: 'MY' };
    await recordEntry(db, {
      ...of,
      kind: 'licence',
      values: { country: 'NP', licenceNumber: '12', issuer: null, expiresOn: '2026-06-30' },
    });
    const sanction = {
      country: 'NP',
      sanctionKind: 'penalty',
      authority: null,
      subject: null,
      beganOn: '2026-01-01',
      endedOn: null,
    } as const;
    await recordEntry(db, { ...of, kind: 'sanction', values: sanction });
    await recordEntry(db, { ...of, kind: 'corridor', values: { ...ends, monthlyPay: 150_000, currency: 'MYR', placedPerYear: 40 } });
    const fee = { ...ends, feeCode: 'F2', payer: 'worker', amount: 300_000, currency: 'MYR', allowedByLaw: 'no' } as const;
    await recordEntry(db, { ...of, kind: 'fee', values: fee });
  });
  const { auditId } = await makeAudit(owner, { supplierPublicId: supplier.publicId, checklists: ['ilo-employers-checklist@2.0.0'] });
  const ok = { methods: ['documents' as const], agreement: 'single' as const };
  await sendEntries(owner, auditId, [
    await makeEntry('check', 'H11.2', checkValue('compliant', ok)),
    await makeEntry('check', 'H11.7', checkValue('compliant', ok)),
    await makeEntry('check', 'BW.FL.2.e.1', checkValue('compliant', ok)),
    await makeEntry('check', 'I9', checkValue('absent', ok)),
    await makeEntry('check', 'BW.SI.f', checkValue('no', { methods: [] })),
  ]);
  const { hits, shown } = await hitsOf(auditId);
  const rules = hits.map(({ rule }) => rule).filter((rule) => rule.startsWith('D'));
  expect(rules).toEqual(['D11', 'D12', 'D14', 'D15', 'D16', 'D18']);
  const valuesOf = (id: string) => shown.find(({ rule }) => rule === id)?.inputs.map(({ label, value }) => `${label}: ${value}`);
  expect(valuesOf('D11')?.[1]).toBe('Licence of a labour recruiter: Himal Overseas · 2026-06-30');
  expect(valuesOf('D16')).toEqual([
    'Costs that workers pay: Himal Overseas · F2',
    'Recruitment fee policy: Himal Overseas · workers pay no recruitment fees or related costs',
  ]);
});

it('compares the workforce with that of a year before, and shows the countries that no recruiter serves', async () => {
  const supplier = await makeSupplier(owner, { name: 'Wood Works' });
  await owner.inOrganization(async (db) => {
    const entry = { name: 'Kathmandu Careers', values: { originCountries: ['NP'] }, note: null };
    await addLabourRecruiter(db, { supplierPartyId: supplier.partyId, entry: entry as never, userId: owner.user.id });
  });
  await owner.inOrganization(async (db) => {
    const sourceId = await openMemberSource(db, { userId: owner.user.id });
    const of = { partyId: supplier.partyId, sourceId };
    await db.fact.create({ data: { ...of, values: { workers: 400 }, recordedAt: new Date('2025-07-01') } });
    await db.fact.create({
      data: { ...of, values: { migrantsByOrigin: { MM: 25, BD: 60, NP: 'under-5' } }, recordedAt: new Date('2026-11-20') },
    });
  });
  const { auditId } = await makeAudit(owner, { supplierPublicId: supplier.publicId });
  const { hits, shown } = await hitsOf(auditId);
  expect(hits.filter(({ rule }) => rule === 'G6').map(({ inputs }) => inputs.map(({ value }) => value))).toEqual([[1250, 400]]);
  // One question for all countries: it is explained once.
  expect(shown.flatMap(({ rule, inputs }) => (rule === 'D17' ? [inputs.map(({ value }) => value)] : []))).toEqual([
    ['1', 'Bangladesh, Myanmar (Burma)'],
  ]);
});

it('takes no indicator along that reveals the answer to a zero-tolerance question', async () => {
  const { auditId } = await makeAudit(owner);
  const pack = await withAudit(owner, auditId, (db, audit) => packConsistency(db, audit, []));
  const raised = pack.context.raises ?? {};
  expect(raised['BW.FL.2.a.1']).toBe('debt-bondage');
  expect(
    Object.keys(raised).filter((key) => ['BW.FL.1.b.1', 'BW.FL.1.b.2', 'BW.FL.1.f.1', 'BW.FL.1.i', 'BW.OS.3.j', 'BW.OS.8.d'].includes(key)),
  ).toEqual([]);
  expect(Object.values(raised)).not.toContain('restriction-of-movement');
});
