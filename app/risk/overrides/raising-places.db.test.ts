import { describe, expect, it } from 'vitest';
import { type OverrideCode, overrideCodes, parameterAt } from '#scoring';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { declareIndependence } from '~/audits/planning/team.server';
import * as alertRoute from '~/routes/org/risk/alert';
import { checkValue, closingValue, readyToConclude, makeAudit, makeEntry, sendEntries, withAudit } from '../../../tests/factories/audit';
import { makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import {
  type House,
  addFinding,
  house,
  lift,
  overridesOf,
  published,
  raised,
  recruiterOf,
  released,
  scoreOf,
  scored,
  stateAlert,
  today,
} from '../../../tests/factories/override';

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
  await readyToConclude(owner, auditId);
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

describe.each(overrideCodes)('%s', (code) => {
  it.each(ways[code])('is raised from $from, sets its floor, names its source, and is waived by two people', async ({ source, raise }) => {
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
