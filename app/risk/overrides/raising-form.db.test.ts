import { describe, expect, it } from 'vitest';
import { overrideCodes } from '#scoring';
import type { Role } from '~/access/permissions';
import * as alertRoute from '~/routes/org/risk/alert';
import { makeAudit } from '../../../tests/factories/audit';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';
import {
  addFinding,
  house,
  lift,
  overridesOf,
  published,
  raised,
  raising,
  recruiterOf,
  released,
  said,
  scoreOf,
  stateAlert,
} from '../../../tests/factories/override';

describe('the form', () => {
  it('shows score and band before and after each override, and what the score will rest on', async () => {
    const { owner, supplier } = await house();
    const { body } = await raising(owner, supplier).open();
    const page = body as {
      before: { score: number; band: string };
      choices: { code: string; floor: number; after: { score: number; band: string } }[];
    };
    expect(page.choices.map(({ code }) => code)).toEqual([...overrideCodes]);
    expect(page.before.score).toBeLessThan(65);
    for (const { floor, after } of page.choices) expect(after.score).toBe(floor);
    expect(page.choices.find(({ code }) => code === 'O8')?.after).toMatchObject({ score: 65, band: 'high' });
    await raised({ owner, supplier }, 'O8', '', published);
    expect(await scoreOf(owner, supplier)).toMatchObject({ score: 65, band: 'high' });
    const before = (await raising(owner, supplier).open()).body as typeof page;
    expect(before.before).toMatchObject({ score: 65, band: 'high' });
  });

  it('names each field that is wrong, keeps what was typed, and raises nothing', async () => {
    const { owner, supplier } = await house();
    const { post } = raising(owner, supplier);
    const wrong = await post({ code: 'O0', reason: 'short', since: '2999-01-01', evidence: 'rumour' });
    expect(wrong.status).toBe(422);
    const { errors } = wrong.body as { errors: Record<string, string[]> };
    expect(Object.keys(errors).sort()).toEqual(['code', 'evidence', 'reason', 'reference', 'since']);
    expect(wrong.body).toMatchObject({ values: { reason: ['short'], since: ['2999-01-01'] } });
    const bare = await post({ code: 'O9', ...said });
    expect(bare).toMatchObject({ status: 422, body: { errors: { reference: [expect.any(String)] }, values: { reason: [said.reason] } } });
    expect(await owner.inOrganization((db) => db.givenOverride.count())).toBe(0);
  });

  it('refuses the same override from the same source while it is in force, at once or one after the other, and takes it again once lifted', async () => {
    const made = await house();
    const { owner, supplier } = made;
    const { auditId } = await makeAudit(owner, { supplierPublicId: supplier.publicId });
    const { post } = raising(owner, supplier, `?audit=${auditId}`);
    const both = await Promise.all([post({ code: 'O8', ...said }), post({ code: 'O8', ...said })]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await post({ code: 'O8', ...said })).body).toMatchObject({ errors: { code: [expect.stringContaining('already in force')] } });
    await raised(made, 'O8', '', published);
    expect((await raising(owner, supplier).post({ code: 'O8', ...said, reference: published.reference.toUpperCase() })).status).toBe(422);
    const own = (await overridesOf(owner, supplier)).find(({ source }) => source === `audit:${auditId}`);
    await lift(made, own?.id ?? '');
    expect((await post({ code: 'O8', ...said })).status).toBe(303);
  });

  it('refuses what follows from the finding by itself', async () => {
    const made = await house();
    const papers = await addFinding(made, 'retention-of-identity-documents');
    await addFinding(made, 'debt-bondage');
    const { post } = raising(made.owner, made.supplier, `?finding=${papers}`);
    expect((await post({ code: 'O6', ...said })).body).toMatchObject({ errors: { code: [expect.stringContaining('already in force')] } });
  });

  it('offers from a record only what is seen there', async () => {
    const made = await house();
    const { auditId } = await makeAudit(made.owner, { supplierPublicId: made.supplier.publicId });
    for (const code of overrideCodes.filter((each) => each !== 'O8'))
      expect((await raising(made.owner, made.supplier, `?audit=${auditId}`).post({ code, ...said })).status, code).toBe(422);
    const grave = await addFinding(made, 'physical-and-sexual-violence');
    const withdrawn = await addFinding(made);
    await made.owner.inOrganization((db) => db.finding.updateMany({ where: { id: withdrawn }, data: { withdrawnAt: new Date() } }));
    for (const id of [grave, withdrawn]) expect((await raising(made.owner, made.supplier, `?finding=${id}`).open()).status).toBe(404);
  });

  it('is in the history of the supplier and of the record, with who raised it', async () => {
    const made = await house();
    const id = await addFinding(made);
    await raised(made, 'O8', `?finding=${id}`);
    const acts = await made.owner.inOrganization((db) =>
      db.activity.findMany({
        where: { act: { startsWith: 'raise-override' } },
        select: { recordKind: true, recordId: true, act: true, userId: true },
      }),
    );
    expect(acts).toEqual(
      expect.arrayContaining([
        { recordKind: 'supplier', recordId: made.supplier.partyId, act: 'raise-override', userId: made.owner.user.id },
        { recordKind: 'finding', recordId: id, act: 'raise-override-from', userId: made.owner.user.id },
      ]),
    );
  });

  it('keeps an alert from being dismissed while an override from it is in force', async () => {
    const made = await house({ values: { country: 'CN', sector: '1311', products: ['Cotton'] } });
    const id = await stateAlert(made);
    await raised(made, 'O5', `?alert=${id}`);
    const params = { orgSlug: made.owner.organization.slug, alertId: id };
    const form = { decision: 'dismiss', reason: 'Another reading of the report.' };
    const post = () => callRoute(alertRoute.action, { url: '/', params, cookie: made.owner.cookie, form });
    expect((await post()).status).toBe(422);
    const [own] = await overridesOf(made.owner, made.supplier);
    await lift(made, own?.id ?? '');
    expect((await post()).status).toBe(303);
  });
});

describe('who may raise', () => {
  it('is owner and manager from every record, and an auditor from an audit that he leads', async () => {
    const made = await house();
    const { owner, supplier } = made;
    const member = (role: Role) => makeMember({ organization: owner.organization, role });
    const [lead, other] = [await member('auditor'), await member('auditor')];
    const { auditId } = await makeAudit(owner, { lead, supplierPublicId: supplier.publicId });
    const finding = await addFinding(made);
    const query = `?audit=${auditId}`;
    for (const role of ['viewer', 'reviewer', 'auditor'] satisfies Role[]) {
      const someone = await member(role);
      for (const at of ['', `?finding=${finding}`]) {
        expect((await raising(someone, supplier, at).open()).status, role).toBe(403);
        expect((await raising(someone, supplier, at).post({ code: 'O8', ...said, ...published })).status, role).toBe(403);
      }
    }
    // That there is an audit is known to its team and to those who plan and approve.
    expect((await raising(other, supplier, query).open()).status).toBe(404);
    expect((await raising(await member('viewer'), supplier, query).open()).status).toBe(404);
    expect((await raising(await member('reviewer'), supplier, query).open()).status).toBe(403);
    expect((await raising(lead, supplier, query).open()).status).toBe(200);
    expect((await raising(lead, supplier).open()).status).toBe(403);
    expect((await raising(lead, supplier, query).post({ code: 'O8', ...said })).status).toBe(303);
    expect((await raising(await member('manager'), supplier).open()).status).toBe(200);
    expect(await owner.inOrganization((db) => db.givenOverride.count())).toBe(1);
  });

  it('is nobody of another organization, nor from a record of another supplier or organization', async () => {
    const [made, foreign] = [await house(), await house()];
    const other = await makeSupplier(made.owner, { name: 'Second mill' });
    const { auditId } = await makeAudit(foreign.owner, { supplierPublicId: foreign.supplier.publicId });
    const records = [`?audit=${auditId}`, `?finding=${await addFinding(foreign)}`, `?recruiter=${await recruiterOf(foreign)}`, '?alert=x'];
    for (const query of records) {
      expect((await raising(made.owner, made.supplier, query).open()).status, query).toBe(404);
      expect((await raising(made.owner, made.supplier, query).post({ code: 'O8', ...said })).status, query).toBe(404);
    }
    expect((await raising(foreign.owner, made.supplier).open()).status).toBe(404);
    expect((await raising(made.owner, other, `?finding=${await addFinding(made)}`).open()).status).toBe(404);
    for (const { owner } of [made, foreign]) expect(await owner.inOrganization((db) => db.givenOverride.count())).toBe(0);
  });
});

it('a release of retaliation says the same words as every other, and no more than its code', async () => {
  const made = await released('O9');
  const [found] = await overridesOf(made.owner, made.supplier);
  expect(found).toMatchObject({
    code: 'O9',
    reason: 'Two people of the organization decided that the condition is met. What it rests on is restricted.',
  });
  const acts = await made.owner.inOrganization((db) =>
    db.activity.findMany({ where: { act: 'raise-override' }, select: { recordKind: true, changes: true } }),
  );
  expect(acts).toEqual([{ recordKind: 'supplier', changes: [{ field: 'override', before: null, after: 'O9' }] }]);
});
