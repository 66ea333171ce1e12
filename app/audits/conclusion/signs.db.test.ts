import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { overridesForScoring } from '~/risk/override-record/given-overrides.server';
import * as scoreRoute from '~/routes/org/suppliers/supplier-score';
import type { EntryValue } from '~/audits/entries/entries';
import { checkValue, closingValue, readyToConclude, makeAudit, makeEntry, sendEntries, withAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import { approveAudit } from './approve-audit.server';
import { concludeAudit } from './conclude-audit.server';
import { signsInScore } from './signs-in-score.server';
import { declareIndependence } from '~/audits/planning/team.server';

const now = new Date('2026-12-02T18:00:00Z');
const forced = ['D4.1', 'D4.2', 'D5.1', 'D5.2'];
let owner: MadeMember;
let second: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
  second = await makeMember({ organization: owner.organization });
});

const talks = (people: number): EntryValue<'tally'> => ({
  ...{ form: 'group', place: 'off-site', chosenBy: 'team', language: 'ne', women: people, men: 0, migrants: null, agency: null },
  ...{ topics: {}, isWithdrawn: false },
});

/** A concluded audit in which these indicators are present, each verified by `methods`. */
async function concluded(options: {
  signs: readonly string[];
  methods: EntryValue<'check'>['methods'];
  interviewed?: number;
  children?: boolean;
}): Promise<{ auditId: string; supplierPublicId: string }> {
  const { signs, methods, interviewed = 0, children = false } = options;
  const supplierPublicId = (await makeSupplier(owner, { values: { country: 'DE', sector: '1010', workers: 400 } })).publicId;
  const { auditId } = await makeAudit(owner, { supplierPublicId });
  const said = checkValue('present', { methods, note: 'MARKED note', restricted: 'MARKED restricted' });
  await sendEntries(owner, auditId, [
    ...(await Promise.all(signs.map((sign) => makeEntry('check', sign, said)))),
    await makeEntry('check', 'D0.a', checkValue(children ? 'children' : 'adults')),
    ...(interviewed > 0 ? [await makeEntry('tally', randomUUID(), talks(interviewed))] : []),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  await withAudit(owner, auditId, (db, audit) =>
    declareIndependence(db, audit, { userId: owner.user.id, declaration: 'independent', interest: '', now }),
  );
  await readyToConclude(owner, auditId);
  const done = await withAudit(owner, auditId, (db, audit) =>
    concludeAudit(db, audit, { userId: owner.user.id, limits: '', marksRest: true, now }),
  );
  expect(done).toEqual({ kind: 'concluded' });
  return { auditId, supplierPublicId };
}
const approve = (auditId: string, signsCount: boolean) =>
  withAudit(second, auditId, (db, audit) => approveAudit(db, audit, { userId: second.user.id, now, signsCount }));
const readingOf = (auditId: string) => withAudit(owner, auditId, (db, audit) => signsInScore(db, audit, '2026-12-02'));
const stored = (supplierPublicId: string) =>
  owner.inOrganization(async (db) => {
    const { id } = await db.party.findFirstOrThrow({ where: { publicId: supplierPublicId }, select: { id: true } });
    const score = await db.score.findFirstOrThrow({ where: { partyId: id }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
    return { given: (await overridesForScoring(db, [id])).get(id) ?? [], score };
  });

describe('indicators accepted by a second user', () => {
  it('raise the score to the floor of O2, and show audit, date and reading, but no indicator', async () => {
    const { auditId, supplierPublicId } = await concluded({ signs: forced, methods: ['documents'] });
    expect((await readingOf(auditId))?.lower).toBe('forced-labour');
    expect(await approve(auditId, true)).toMatchObject({ kind: 'approved' });
    const { given, score } = await stored(supplierPublicId);
    const number = await withAudit(owner, auditId, async (_, audit) => audit.number);
    expect(given).toMatchObject([{ code: 'O2', since: '2026-12-02', evidence: 'audit-unannounced', source: `audit:${auditId}` }]);
    expect(given[0]?.reason).toBe(
      `Signs of audit ${number}, approved on 2026-12-02: Delphi screening, list for adults, lower reading: forced labour.`,
    );
    expect(score.result).toMatchObject({ status: 'scored', score: 95, overrides: [{ code: 'O2', floor: 95, state: 'in-force' }] });
    expect(JSON.stringify([score.result, score.input])).not.toMatch(/MARKED|D4\.1|D5\.1/);

    const page = await callRoute(scoreRoute.loader, {
      url: `/o/${owner.organization.slug}/suppliers/${supplierPublicId}/score`,
      params: { orgSlug: owner.organization.slug, supplierId: supplierPublicId },
      cookie: owner.cookie,
    });
    const shown = JSON.stringify(page.body);
    expect(shown).toContain(`audit:${auditId}`);
    expect(shown).toContain(number);
    expect(shown).not.toContain('MARKED');
  });

  it('change nothing before the approval, nor where the second user rejects them', async () => {
    const { auditId, supplierPublicId } = await concluded({ signs: forced, methods: ['documents'] });
    const waiting = await owner.inOrganization((db) => db.givenOverride.count({ where: { auditId } }));
    expect(waiting).toBe(0);
    await approve(auditId, false);
    const { given, score } = await stored(supplierPublicId);
    expect(given).toEqual([]);
    expect(JSON.stringify(score.result)).not.toContain('"O2"');
  });

  it('have no effect where the lower reading does not require it', async () => {
    const { auditId, supplierPublicId } = await concluded({ signs: ['D4.1', 'D4.2'], methods: ['documents'] });
    expect(await readingOf(auditId)).toBeNull();
    await approve(auditId, true);
    expect((await stored(supplierPublicId)).given).toEqual([]);
  });
});

describe('people who could be identified', () => {
  it('are not revealed by indicators based on workers’ statements alone, unless five were interviewed', async () => {
    const few = await concluded({ signs: forced, methods: ['workers'], interviewed: 4 });
    const many = await concluded({ signs: forced, methods: ['workers'], interviewed: 5 });
    const undocumented = await concluded({ signs: forced, methods: [], interviewed: 4 });
    expect(await readingOf(few.auditId)).toBeNull();
    expect(await readingOf(undocumented.auditId)).toBeNull();
    expect((await readingOf(many.auditId))?.lower).toBe('forced-labour');
  });

  it('are not revealed by indicators of child labour: those go through a sensitive case', async () => {
    const { auditId } = await concluded({ signs: [...forced, 'D5.3', 'D4.3'], methods: ['documents'], children: true });
    expect(await readingOf(auditId)).toBeNull();
  });
});
