import { expect, it } from 'vitest';
import { action } from '~/routes/org/audits/audit-plan';
import { makeAudit } from '../../../tests/factories/audit';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { readAudit } from './read-audit.server';

const terms = {
  ...{ intent: 'terms', announcement: 'announced', startsOn: '2026-12-07', endsOn: '2026-12-09', personDays: '5,5' },
  ...{ paidBy: 'The buyer', purpose: 'Before the peak season', contact: 'Head of personnel', licences: '' },
};

it('changes dates and terms of an open audit, and records what they were', async () => {
  const owner = await makeMember();
  const { auditId } = await makeAudit(owner);
  expect(await send(owner, auditId, terms)).toMatchObject({ status: 303 });
  expect(await read(owner, auditId)).toMatchObject({
    ...{ announcement: 'announced', personDays: 5.5, paidBy: 'The buyer', contact: 'Head of personnel', status: 'planned' },
    ...{ startsOn: new Date('2026-12-07'), endsOn: new Date('2026-12-09') },
  });
  const [entry] = await owner.inOrganization((db) => db.activity.findMany({ where: { act: 'edit-audit', recordId: auditId } }));
  expect(JSON.stringify(entry?.changes)).toContain('2026-12-07');
});

it('refuses days on which no audit takes place, with the message at the field and nothing changed', async () => {
  const owner = await makeMember();
  const { auditId } = await makeAudit(owner);
  const before = await read(owner, auditId);
  for (const [field, wrong] of [
    ['startsOn', { startsOn: '1926-12-07' }],
    ['endsOn', { endsOn: '9999-01-01' }],
    ['endsOn', { endsOn: '2026-12-06' }],
    ['endsOn', { endsOn: '2027-03-01' }],
    ['personDays', { personDays: '0' }],
  ] as const) {
    const answer = await send(owner, auditId, { ...terms, ...wrong });
    expect(answer).toMatchObject({ status: 422 });
    expect(Object.keys((answer.body as { failure: { errors: object } }).failure.errors)).toContain(field);
  }
  expect(await read(owner, auditId)).toEqual(before);
});

it('fixes the announcement once recording has started, and everything once the audit is concluded', async () => {
  const owner = await makeMember();
  const { auditId } = await makeAudit(owner, { announcement: 'unannounced' });
  await owner.inOrganization((db) => db.audit.updateMany({ where: { id: auditId }, data: { status: 'on-site', startedAt: new Date() } }));
  expect(await send(owner, auditId, terms)).toMatchObject({ status: 422 });
  expect(await send(owner, auditId, { ...terms, announcement: 'unannounced' })).toMatchObject({ status: 303 });
  await owner.inOrganization((db) =>
    db.audit.updateMany({
      where: { id: auditId },
      data: { status: 'in-review', concludedAt: new Date(), concludedById: owner.user.id },
    }),
  );
  expect(await send(owner, auditId, { ...terms, announcement: 'unannounced' })).toMatchObject({ status: 422 });
});

const send = (member: MadeMember, auditId: string, form: Record<string, string>) =>
  callRoute(action, {
    ...{ url: `/o/${member.organization.slug}/audits/${auditId}`, params: { orgSlug: member.organization.slug, auditId } },
    ...{ method: 'POST', cookie: member.cookie, form },
  });

const read = (member: MadeMember, auditId: string) =>
  member.inOrganization((db) => readAudit(db, { auditId, userId: member.user.id, role: 'owner' }));
