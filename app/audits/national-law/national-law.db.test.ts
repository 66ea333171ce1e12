import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeAudit, makeEntry, sendEntries } from '../../../tests/factories/audit';
import { makeMember } from '../../../tests/factories/member';
import { auditRequirements } from './audit-requirements.server';
import { confirmRequirement, enterRequirement, withdrawRequirement } from './enter-requirement.server';
import type { RequirementValue } from './entered-requirement';
import { handleLawAction } from './handle-law-action.server';
import { lawLimits } from './law-limits.server';
import { readEntered } from './read-entered.server';

const value: RequirementValue = {
  ...{ question: 'BW.WT.2.b', text: 'At most 54 hours in a week, overtime included', law: 'Factories Order 2026', article: 's. 7' },
  ...{ url: 'https://example.org/order', readOn: '2026-11-20', validFrom: '2026-07-01', isWithdrawn: false },
  limit: { kind: 'weekly-hours', value: 54, currency: null },
};
const place = { country: 'LA', on: '2026-12-01' };

async function entered(options: Partial<RequirementValue> = {}) {
  const owner = await makeMember();
  const second = await makeMember({ organization: owner.organization, role: 'reviewer' });
  const { id } = await owner.inOrganization((db) =>
    enterRequirement(db, { ...value, ...options }, { userId: owner.user.id, country: 'LA', auditId: null }),
  );
  const shown = async () => (await owner.inOrganization((db) => auditRequirements(db, place)))['BW.WT.2.b'] ?? [];
  const limits = async () => (await owner.inOrganization((db) => lawLimits(db, place)))['weekly-hours'].map((limit) => limit.value);
  return { owner, second, id, shown, limits };
}

describe('a requirement entered by a member', () => {
  it('is shown beside its question as second-hand with its source, and limits nothing until a second person confirms it', async () => {
    const { owner, second, id, shown, limits } = await entered();
    expect(await shown()).toMatchObject([
      { certainty: 'second-hand', law: 'Factories Order 2026, s. 7', entered: { by: owner.user.name, url: value.url, confirmedBy: null } },
    ]);
    expect(await limits()).toEqual([]);
    const confirm = (userId: string) => owner.inOrganization((db) => confirmRequirement(db, { id, userId }));
    expect(await confirm(owner.user.id)).toBe('same-person');
    expect(await confirm(second.user.id)).toBeNull();
    expect(await confirm(second.user.id)).toBe('already-confirmed');
    expect(await shown()).toMatchObject([{ certainty: 'confirmed', entered: { confirmedBy: second.user.name } }]);
    expect(await limits()).toEqual([54]);
  });

  it('is not shown to another organization, nor to an audit of another country or before it is valid', async () => {
    const { owner, shown } = await entered();
    const other = await makeMember();
    expect((await other.inOrganization((db) => auditRequirements(db, place)))['BW.WT.2.b']).toBeUndefined();
    const at = (country: string, on: string) => owner.inOrganization((db) => readEntered(db, { country, on }));
    expect([await at('TH', '2026-12-01'), await at('LA', '2026-06-30')]).toEqual([[], []]);
    expect(await shown()).toHaveLength(1);
  });

  it('stays readable with its reason when it is withdrawn, and is shown beside no question', async () => {
    const { owner, id, shown, limits } = await entered();
    const withdraw = (reason: string) => owner.inOrganization((db) => withdrawRequirement(db, { id, userId: owner.user.id, reason }));
    expect(await withdraw(' ')).toBe('no-reason');
    expect(await withdraw('The order was repealed')).toBeNull();
    expect([await shown(), await limits()]).toEqual([[], []]);
    const all = await owner.inOrganization((db) => readEntered(db, { country: 'LA' }));
    expect(all).toMatchObject([{ text: value.text, withdrawnReason: 'The order was repealed', withdrawnBy: owner.user.name }]);
    expect(await withdraw('again')).toBe('already-withdrawn');
  });

  it('is corrected by another that takes its place and is confirmed again; the earlier one stays', async () => {
    const { owner, second, id, shown, limits } = await entered();
    await owner.inOrganization((db) => confirmRequirement(db, { id, userId: second.user.id }));
    const form = new FormData();
    const fields = {
      intent: 'correct',
      id,
      topic: 'overtime',
      text: 'At most 56 hours',
      law: value.law,
      readOn: '2026-11-25',
      limitKind: 'weekly-hours',
      limitValue: '56',
    };
    for (const [name, text] of Object.entries(fields)) form.set(name, text);
    const options = { country: 'LA', userId: owner.user.id, today: '2026-12-01' };
    expect(await handleLawAction(owner.inOrganization, form, options)).toMatchObject({ kind: 'done' });
    expect(await shown()).toMatchObject([{ text: 'At most 56 hours', certainty: 'second-hand' }]);
    expect(await limits()).toEqual([]);
    const all = await owner.inOrganization((db) => readEntered(db, { country: 'LA' }));
    expect(all.map(({ text, isCorrected }) => [text, isCorrected])).toEqual([
      [value.text, true],
      ['At most 56 hours', false],
    ]);
  });

  it('is not changed or deleted by the application, whatever it is asked', async () => {
    const { owner, id } = await entered();
    const change = (data: object) => owner.inOrganization((db) => db.enteredRequirement.updateMany({ where: { id }, data }));
    await expect(change({ text: 'Another' })).rejects.toThrow(/not changed/);
    await expect(change({ confirmedById: owner.user.id, confirmedAt: new Date() })).rejects.toThrow(/four_eyes/);
    await expect(owner.inOrganization((db) => db.enteredRequirement.deleteMany({ where: { id } }))).rejects.toThrow(/constraint|is kept/);
  });

  it('names what is missing in its form', async () => {
    const { owner } = await entered();
    const form = new FormData();
    const fields = {
      intent: 'enter',
      topic: 'hours',
      text: '',
      law: '',
      readOn: '2027-01-01',
      url: 'law book',
      limitKind: 'overtime-rate',
      limitValue: '9',
    };
    for (const [name, text] of Object.entries(fields)) form.set(name, text);
    const reply = await handleLawAction(owner.inOrganization, form, { country: 'LA', userId: owner.user.id, today: '2026-12-01' });
    expect(reply.kind === 'refused' && Object.keys(reply.errors).sort()).toEqual(['law', 'limitValue', 'readOn', 'text', 'url']);
  });
});

describe('a requirement from a device', () => {
  it('is kept for the country of the audit once, however often it is sent, corrected by a change and withdrawn by a withdrawal', async () => {
    const owner = await makeMember();
    const { auditId } = await makeAudit(owner);
    const country = await owner.inOrganization(async (db) => {
      const audit = await db.audit.findFirstOrThrow({
        where: { id: auditId },
        select: { party: { select: { supplier: { select: { country: true } } } } },
      });
      return audit.party.supplier?.country ?? null;
    });
    if (country === null) throw new Error('the supplier has a country');
    const key = randomUUID();
    const first = await makeEntry('requirement', key, value);
    for (const _ of [1, 2])
      expect(await sendEntries(owner, auditId, [first])).toMatchObject({ kind: 'received', taken: [first.id], refused: [] });
    const rows = (on?: string) => owner.inOrganization((db) => readEntered(db, { country, ...(on === undefined ? {} : { on }) }));
    expect(await rows()).toMatchObject([{ id: first.id, topic: 'overtime', question: 'BW.WT.2.b', enteredById: owner.user.id }]);
    const changed = await makeEntry('requirement', key, { ...value, text: 'At most 50 hours' }, [first.id]);
    await sendEntries(owner, auditId, [changed]);
    expect((await rows('2026-12-01')).map(({ text }) => text)).toEqual(['At most 50 hours']);
    const withdrawn = await makeEntry('requirement', key, { ...value, isWithdrawn: true }, [changed.id]);
    await sendEntries(owner, auditId, [withdrawn]);
    expect(await rows('2026-12-01')).toEqual([]);
    expect(await rows()).toHaveLength(2);
  });
});
