import { describe, expect, it } from 'vitest';
import { type OverrideCode, overrideCodes, parameterAt } from '#scoring';
import type { Role } from '~/access/permissions';
import { scoreSuppliers } from '~/features/assessment/score-suppliers.server';
import { approveAudit } from '~/features/audit/approve-audit.server';
import { concludeAudit } from '~/features/audit/conclude-audit.server';
import { declareIndependence } from '~/features/audit/team.server';
import { foldName } from '~/features/party/name-key';
import { makePublicId } from '~/features/party/public-id';
import * as alertRoute from '~/routes/o.$orgSlug.alerts_.$alertId';
import * as listRoute from '~/routes/o.$orgSlug.suppliers.$supplierId_.score_.overrides';
import * as raiseRoute from '~/routes/o.$orgSlug.suppliers.$supplierId_.score_.overrides_.new';
import * as scoreRoute from '~/routes/o.$orgSlug.suppliers.$supplierId_.score';
import type { ScorePage } from '~/features/score/score-page.server';
import { checkValue, closingValue, makeAudit, makeEntry, sendEntries, withAudit } from '../../../tests/factories/audit';
import { firstSteps, makeCase } from '../../../tests/factories/case';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { callRoute } from '../../../tests/setup/call-route';

const today = new Date().toISOString().slice(0, 10);
type Made = { partyId: string; publicId: string; sourceId: string };
type House = { owner: MadeMember; supplier: Made };
type Shown = { id: string; code: string; state: string; source?: string; reason: string; floor: number };

/** A supplier of which no floor is known, where its score is low. */
async function house(
  values: Parameters<typeof makeSupplier>[1] = { values: { country: 'DE', sector: '6201', workers: 400 } },
): Promise<House> {
  const owner = await makeMember();
  return { owner, supplier: await makeSupplier(owner, values) };
}

const paramsOf = ({ organization }: MadeMember, supplier: Made) => ({ orgSlug: organization.slug, supplierId: supplier.publicId });
const addressOf = ({ organization }: MadeMember, supplier: Made) => `/o/${organization.slug}/suppliers/${supplier.publicId}/score`;

function raising(member: MadeMember, supplier: Made, query = '') {
  const at = { url: `${addressOf(member, supplier)}/overrides/new${query}`, params: paramsOf(member, supplier), cookie: member.cookie };
  return {
    open: () => callRoute(raiseRoute.loader, at),
    post: (form: Record<string, string>) => callRoute(raiseRoute.action, { ...at, form }),
  };
}

async function overridesOf(member: MadeMember, supplier: Made): Promise<Shown[]> {
  const url = `${addressOf(member, supplier)}/overrides`;
  const { body } = await callRoute(listRoute.loader, { url, params: paramsOf(member, supplier), cookie: member.cookie });
  return (body as { overrides: Shown[] }).overrides;
}

async function scoreOf(member: MadeMember, supplier: Made) {
  const page = await callRoute(scoreRoute.loader, {
    url: addressOf(member, supplier),
    params: paramsOf(member, supplier),
    cookie: member.cookie,
  });
  const { shown } = page.body as ScorePage;
  return shown?.kind === 'current' && shown.result.status === 'scored' ? shown.result : null;
}

const said = { reason: 'Seen and written down, with its day and place.', since: today, evidence: 'document-checked' };

/** Raises from the form and expects it to be done. */
async function raised({ owner, supplier }: House, code: OverrideCode, query: string, more: Record<string, string> = {}): Promise<House> {
  const answer = await raising(owner, supplier, query).post({ code, ...said, ...more });
  expect(answer.status, JSON.stringify(answer.body)).toBe(303);
  return { owner, supplier };
}

const published = { reference: 'Labour inspectorate, notice 12/2026, 3 November 2026, https://inspectorate.example/12' };

async function addFinding({ owner, supplier }: House, indicator: string | null = null, text = 'Two sets of time records are kept.') {
  const { id } = await owner.inOrganization((db) =>
    db.finding.create({
      data: { partyId: supplier.partyId, indicator, grade: 'minor', text, openedAt: new Date('2026-01-05T00:00:00Z') },
      select: { id: true },
    }),
  );
  return id;
}

async function scored({ owner, supplier }: House): Promise<void> {
  await owner.inOrganization((db) => scoreSuppliers(db, { partyIds: [supplier.partyId], asOf: today }));
}

async function stateAlert({ owner, supplier }: House): Promise<string> {
  await scored({ owner, supplier });
  const alert = await owner.inOrganization((db) =>
    db.alert.findFirstOrThrow({ where: { partyId: supplier.partyId, kind: 'state-imposed' }, select: { id: true } }),
  );
  return alert.id;
}

async function recruiterOf({ owner, supplier }: House): Promise<string> {
  const publicId = makePublicId();
  await owner.inOrganization(async (db) => {
    const name = 'Everest Manpower';
    const provider = await db.party.create({
      data: { kind: 'labour-provider', publicId, name, nameKey: foldName(name) },
      select: { id: true },
    });
    await db.labourProvider.create({ data: { partyId: provider.id } });
    await db.supplyLink.create({
      data: { fromPartyId: provider.id, toPartyId: supplier.partyId, kind: 'recruits', sourceId: supplier.sourceId },
    });
  });
  return publicId;
}

/** A case of retaliation or of something else about a supplier, released by the two who are assigned. */
async function released(override?: 'O1' | 'O9'): Promise<House> {
  const { owner, opener, supplier, as, together } = await makeCase({ trigger: override === 'O9' ? 'retaliation' : 'not-free-to-leave' });
  for (const step of firstSteps) await as(opener).step(step);
  await together({ kind: 'authorities', tell: 'not-tell' });
  await as(opener).step({ step: 'harm', harm: 'low', note: '' });
  expect(await together({ kind: 'release', ...(override ? { override } : {}) })).toMatchObject({ kind: 'decided' });
  return { owner, supplier };
}

/** An approved audit whose indicators the second person lets count. */
async function screened(): Promise<House> {
  const { owner, supplier } = await house();
  const second = await makeMember({ organization: owner.organization });
  const now = new Date();
  const { auditId } = await makeAudit(owner, { supplierPublicId: supplier.publicId });
  const present = checkValue('present', { methods: ['documents'] });
  await sendEntries(owner, auditId, [
    ...(await Promise.all(['D4.1', 'D4.2', 'D5.1', 'D5.2'].map((key) => makeEntry('check', key, present)))),
    await makeEntry('check', 'D0.a', checkValue('adults')),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
  await withAudit(owner, auditId, async (db, audit) => {
    await declareIndependence(db, audit, { userId: owner.user.id, declaration: 'independent', interest: '', now });
  });
  await withAudit(owner, auditId, (db, audit) => concludeAudit(db, audit, { userId: owner.user.id, limits: '', marksRest: true, now }));
  await withAudit(second, auditId, (db, audit) => approveAudit(db, audit, { userId: second.user.id, now, signsCount: true }));
  return { owner, supplier };
}

async function confirmedName(): Promise<House> {
  const made = await house({ name: 'Akesu Huafu', values: { country: 'CN', sector: '4690' } });
  await scored(made);
  const { owner, supplier } = made;
  const alert = await owner.inOrganization((db) =>
    db.alert.findFirstOrThrow({ where: { partyId: supplier.partyId, kind: 'listed-entity' } }),
  );
  const params = { orgSlug: owner.organization.slug, alertId: alert.id };
  const form = { decision: 'confirm', reason: 'Same registration number as on the list.', evidence: 'document-checked' };
  const url = `/o/${owner.organization.slug}/alerts/${alert.id}`;
  expect((await callRoute(alertRoute.action, { url, params, cookie: owner.cookie, form })).status).toBe(303);
  return made;
}

type Way = { from: string; source: RegExp | null; raise: () => Promise<House> };
const fromPublication = (code: OverrideCode): Way => ({
  from: 'a published source',
  source: /^publication:Labour inspectorate/,
  raise: async () => raised(await house(), code, '', published),
});

/** Every place from which each override is raised. */
const ways: Record<OverrideCode, readonly Way[]> = {
  O1: [{ from: 'a sensitive case', source: null, raise: () => released() }, fromPublication('O1')],
  O2: [{ from: 'the approval of an audit', source: /^audit:/, raise: screened }, fromPublication('O2')],
  O3: [fromPublication('O3')],
  O4: [{ from: 'a confirmed match of a list', source: /^alert:/, raise: confirmedName }, fromPublication('O4')],
  O5: [
    {
      from: 'an alert of a government that imposes labour',
      source: /^alert:/,
      raise: async () => {
        const made = await house({ values: { country: 'CN', sector: '1311', products: ['Cotton'] } });
        return raised(made, 'O5', `?alert=${await stateAlert(made)}`);
      },
    },
    {
      from: 'a finding',
      source: /^finding:/,
      raise: async () => {
        const made = await house();
        return raised(made, 'O5', `?finding=${await addFinding(made)}`);
      },
    },
    fromPublication('O5'),
  ],
  O6: [
    {
      from: 'two findings, by itself',
      source: null,
      raise: async () => {
        const made = await house();
        for (const indicator of ['retention-of-identity-documents', 'debt-bondage']) await addFinding(made, indicator);
        await scored(made);
        return made;
      },
    },
    {
      from: 'a finding',
      source: /^finding:/,
      raise: async () => {
        const made = await house();
        return raised(made, 'O6', `?finding=${await addFinding(made, 'retention-of-identity-documents')}`);
      },
    },
    fromPublication('O6'),
  ],
  O7: [
    {
      from: 'a finding',
      source: /^finding:/,
      raise: async () => {
        const made = await house();
        return raised(made, 'O7', `?finding=${await addFinding(made, 'debt-bondage')}`);
      },
    },
    {
      from: 'a labour recruiter',
      source: /^recruiter:/,
      raise: async () => {
        const made = await house();
        return raised(made, 'O7', `?recruiter=${await recruiterOf(made)}`);
      },
    },
    fromPublication('O7'),
  ],
  O8: [
    {
      from: 'an audit',
      source: /^audit:/,
      raise: async () => {
        const made = await house();
        const { auditId } = await makeAudit(made.owner, { supplierPublicId: made.supplier.publicId });
        return raised(made, 'O8', `?audit=${auditId}`);
      },
    },
    {
      from: 'a finding',
      source: /^finding:/,
      raise: async () => {
        const made = await house();
        return raised(made, 'O8', `?finding=${await addFinding(made)}`);
      },
    },
    fromPublication('O8'),
  ],
  O9: [{ from: 'a sensitive case', source: null, raise: () => released('O9') }, fromPublication('O9')],
};

/** One member proposes, another decides, each on the page of the overrides. */
async function lift({ owner, supplier }: House, override: string): Promise<void> {
  const second = await makeMember({ organization: owner.organization, role: 'reviewer' });
  const post = ({ cookie }: MadeMember, form: Record<string, string>) =>
    callRoute(listRoute.action, { url: `${addressOf(owner, supplier)}/overrides`, params: paramsOf(owner, supplier), cookie, form });
  const proposal = {
    override,
    evidence: 'audit-unannounced',
    shownBy: 'Unannounced audit of 12 November.',
    reason: 'No longer so, as seen.',
  };
  expect((await post(owner, proposal)).status).toBe(303);
  const { id } = await owner.inOrganization((db) => db.overrideLifting.findFirstOrThrow({ where: { override }, select: { id: true } }));
  expect((await post(second, { liftingId: id, verdict: 'lifted' })).status).toBe(303);
}

describe.each(overrideCodes)('%s', (code) => {
  it.each(ways[code])('is raised from $from, sets its floor, names its source, and is lifted by two people', async ({ source, raise }) => {
    const made = await raise();
    const { owner, supplier } = made;
    const { floor } = parameterAt(`R7.${code}`, today).value;
    const found = (await overridesOf(owner, supplier)).find((each) => each.code === code);
    expect(found).toMatchObject({ state: 'in-force', floor });
    if (source) expect(found?.source).toMatch(source);
    else expect(found?.source).toBeUndefined();
    expect((await scoreOf(owner, supplier))?.score).toBeGreaterThanOrEqual(floor);
    await lift(made, found?.id ?? '');
    expect((await overridesOf(owner, supplier)).find((each) => each.code === code)).toMatchObject({ state: 'lifted' });
    expect((await scoreOf(owner, supplier))?.overrides).toMatchObject([{ code, state: 'lifted' }]);
  });
});

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
