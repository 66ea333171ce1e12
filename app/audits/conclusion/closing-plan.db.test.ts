import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { readAuditReport } from '~/audits/report/read-audit-report.server';
import {
  checkValue,
  closingValue,
  concludeAndApprove,
  findingValue,
  makeAudit,
  makeEntry,
  sendEntries,
  withAudit,
} from '../../../tests/factories/audit';
import { now } from '../../../tests/factories/audit-acts';
import { planLine, signedPlan } from '../../../tests/factories/closing-plan';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { planHash } from '~/audits/closing-plan/plan';
import { readSignedPlans } from '~/audits/entries/read-signed-plans.server';
import type { SignedPlan } from '~/audits/closing-plan/schema';

let owner: MadeMember;
let second: MadeMember;
let auditId: string;
const finding = randomUUID();
const disputed = randomUUID();
const critical = randomUUID();
const agreed = planLine();
const disputedLine = planLine({ action: 'Pay back fees.', kind: 'remediation', site: 'disagrees', remark: 'We paid them in May.' });

async function bound(lines: Parameters<typeof signedPlan>[0], more: Partial<SignedPlan['plan']> = {}): Promise<SignedPlan> {
  const made = signedPlan(lines);
  const plan = { ...made.plan, ...more, audit: { ...made.plan.audit, id: auditId } };
  return { ...made, plan, hash: await planHash(plan) };
}
const send = async (signed: SignedPlan, key: string = randomUUID(), replaces: string[] = []) => {
  const entry = await makeEntry('signedPlan', key, signed, replaces);
  const received = await sendEntries(owner, auditId, [entry]);
  return received.kind === 'received' && received.taken.includes(entry.id) ? 'taken' : 'refused';
};

beforeAll(async () => {
  owner = await makeMember();
  second = await makeMember({ organization: owner.organization });
  ({ auditId } = await makeAudit(owner));
  await sendEntries(owner, auditId, [
    await makeEntry('check', 'BW.FL.1.a', checkValue('not-compliant')),
    await makeEntry('finding', finding, findingValue('BW.FL.1.a', { rootCause: 'No lockers' })),
    await makeEntry('finding', disputed, findingValue('BW.FL.1.a')),
    await makeEntry('finding', critical, findingValue('BW.FL.1.b.1')),
    await makeEntry('planLine', finding, agreed),
    await makeEntry('planLine', disputed, disputedLine),
    await makeEntry('meeting', 'closing', closingValue),
  ]);
});

const key = randomUUID();
it('keeps a signed plan with the hash that was signed, and refuses any other, one of another audit, and one that replaces it', async () => {
  const plan = await bound({ [finding]: agreed, [disputed]: disputedLine });
  expect(await send({ ...plan, hash: 'b'.repeat(64) })).toBe('refused');
  const elsewhere = { ...plan.plan, audit: { ...plan.plan.audit, id: randomUUID() } };
  expect(await send({ ...plan, plan: elsewhere, hash: await planHash(elsewhere) })).toBe('refused');
  expect(await send(plan, key)).toBe('taken');
  const other = await bound({ [finding]: planLine({ action: 'Nothing.' }) });
  expect(await send(other, key)).toBe('refused');
  expect(await send(other, randomUUID(), [key])).toBe('refused');
  const kept = await withAudit(owner, auditId, readSignedPlans);
  expect(kept).toMatchObject([{ key, hash: plan.hash, site: { by: 'General manager' } }]);
  await expect(
    owner.inOrganization((db) => db.auditEntry.updateMany({ where: { auditId, key }, data: { hash: 'c'.repeat(64) } })),
  ).rejects.toThrow();
});

it('withholds a plan that names a finding of a sensitive case', async () => {
  const shown = await bound({ [critical]: planLine({ what: 'MARKED' }) }, { version: 2 });
  await send(shown);
  expect(JSON.stringify(await withAudit(owner, auditId, readSignedPlans))).not.toContain('MARKED');
});

it('refuses a plan that is sent with a sensitive finding it shows', async () => {
  const sensitive = randomUUID();
  const plan = await makeEntry('signedPlan', randomUUID(), await bound({ [sensitive]: planLine() }, { version: 3 }));
  const received = await sendEntries(owner, auditId, [await makeEntry('finding', sensitive, findingValue('BW.FL.1.b.1')), plan]);
  expect(received).toMatchObject({ refused: [{ id: plan.id, code: 'bad-value' }] });
});

it('opens the corrective actions and the site’s replies of the signed plan on approval, and the report names the plan by its hash', async () => {
  await concludeAndApprove(auditId, { owner, second, now });
  const actions = await owner.inOrganization((db) =>
    db.correctiveAction.findMany({ where: { finding: { auditId } }, orderBy: { action: 'asc' } }),
  );
  expect(actions).toMatchObject([
    { findingId: disputed, action: 'Pay back fees.', kind: 'remediation', agreedOn: null, agreedBy: '' },
    {
      findingId: finding,
      owner: 'Head of personnel',
      rootCause: 'No lockers',
      agreedBy: 'General manager',
      verification: 'follow-up-visit',
    },
  ]);
  expect(actions.map(({ dueOn }) => dueOn.toISOString().slice(0, 10))).toEqual(['2027-01-01', '2027-01-01']);
  expect(actions[1]?.agreedOn?.toISOString().slice(0, 10)).toBe('2026-12-02');
  const replies = await owner.inOrganization((db) => db.findingReply.findMany({ where: { finding: { auditId } } }));
  expect(replies).toMatchObject([
    { findingId: disputed, kind: 'dispute', text: 'We paid them in May.', repliedBy: 'General manager', verdict: null },
  ]);
  const report = await owner.inOrganization((db) =>
    readAuditReport(
      db,
      {
        ...{ auditId, now, userId: owner.user.id, role: 'owner', organizationName: owner.organization.name, locale: 'en' },
        publicUrl: 'https://example.org',
      },
      'now',
    ),
  );
  const [kept] = await withAudit(owner, auditId, readSignedPlans);
  expect(report?.closingPlan).toMatchObject({ hash: kept?.hash, version: 1, site: 'General manager', auditor: 'Lead auditor' });
});
