import { expect, it } from 'vitest';
import { forGuest } from '~/access/tenant-db.server';
import { readSiteVisit } from '~/findings/site-responses/read-site.server';
import { makeAudit, withAudit } from '../../../tests/factories/audit';
import { makeMember, type MadeMember } from '../../../tests/factories/member';
import { addCredential } from '../auditors/credentials.server';
import { changeTerms } from '../planning/change-terms.server';
import { cancelAudit } from '../planning/end-audit.server';
import { noticeVisit } from './visit-notice.server';

const now = new Date('2026-11-02T09:00:00Z');
const notice = (member: MadeMember, auditId: string) =>
  withAudit(member, auditId, (db, audit) => noticeVisit(db, audit, { email: null, locale: 'en', userId: member.user.id, now }));
const terms = { startsOn: '2026-12-03', endsOn: '2026-12-04', personDays: 2, paidBy: '', purpose: '', contact: '', licences: '' };

it('shows the site who comes and when, keeps it current, and ends with the audit', async () => {
  const member = await makeMember();
  const entry = {
    kind: 'apsca-csca',
    number: 'SECRET-1',
    issuer: 'APSCA',
    validFrom: null,
    validUntil: '2027-12-31',
    languages: ['bn'],
    countries: [],
  };
  await member.inOrganization((db) => addCredential(db, { userId: member.user.id, entry, fileId: null, by: member.user.id, now }));
  const { auditId } = await makeAudit(member, { announcement: 'announced' });
  const noticed = await notice(member, auditId);
  if (noticed.kind === 'refused') throw new Error(noticed.code);
  const { shareId } = noticed;
  const asSite = forGuest({ organizationId: member.organization.id, purpose: 'findings', subjectId: shareId });
  const read = () => asSite((db) => readSiteVisit(db, shareId));
  const person = { name: member.user.name, isLead: true, languages: ['bn'], credentials: ['APSCA CSCA'] };
  expect(await read()).toEqual({ people: [person], days: { startsOn: '2026-12-01', endsOn: '2026-12-02' } });
  expect(JSON.stringify(await read())).not.toContain('SECRET-1');

  const change = (announcement: 'announced' | 'semi-announced') =>
    withAudit(member, auditId, (db, audit) => changeTerms(db, audit, { terms: { ...terms, announcement }, by: member.user.id }));
  await change('announced');
  expect((await read())?.days).toEqual({ startsOn: '2026-12-03', endsOn: '2026-12-04' });
  await change('semi-announced');
  expect(await read()).toEqual({ people: [person], days: null });

  const withdrawn = () =>
    member.inOrganization((db) => db.findingShare.findFirst({ where: { id: shareId }, select: { withdrawnAt: true } }));
  expect(await withdrawn()).toEqual({ withdrawnAt: null });
  await withAudit(member, auditId, (db, audit) => cancelAudit(db, audit, { userId: member.user.id, reason: 'Flood', now }));
  expect((await withdrawn())?.withdrawnAt).toBeInstanceOf(Date);
});

it('says nothing of an unannounced audit', async () => {
  const member = await makeMember();
  const { auditId } = await makeAudit(member, { announcement: 'unannounced' });
  expect(await notice(member, auditId)).toEqual({ kind: 'refused', code: 'unannounced' });
  expect(await member.inOrganization((db) => db.findingShare.count({ where: { auditId } }))).toBe(0);
});
