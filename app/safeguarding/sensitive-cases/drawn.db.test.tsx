import { renderToStaticMarkup } from 'react-dom/server';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js';
import { expect, it } from 'vitest';
import { makeAudit } from '../../../tests/factories/audit';
import { firstSteps, hours, makeCase } from '../../../tests/factories/case';
import { AboutSection, LogSection, PeopleSection, TermsSection } from './case-facts';
import { readCasePage } from './case-page.server';
import { DecisionsSection } from './decisions-section';
import { recordVisit } from './record-entry.server';
import { StepsSection } from './steps-section';
import { VisitsSection } from './visits-section';

/** The parts of a sensitive case's page as the server renders them for one person, as text without markup. */
async function drawn(made: Awaited<ReturnType<typeof makeCase>>, member: (typeof made)['opener']): Promise<string> {
  const read = await readCasePage(member, { caseId: made.caseId, now: new Date() });
  if (!read) throw new Error('not seen');
  const page = JSON.parse(JSON.stringify(read));
  const nothing = () => undefined;
  const element = (
    <>
      <AboutSection page={page} base="/o/x" />
      <TermsSection page={page} failure={undefined} />
      <StepsSection page={page} failureOf={nothing} />
      <VisitsSection page={page} base="/o/x" failure={undefined} />
      <DecisionsSection page={page} failureOf={nothing} />
      <PeopleSection page={page} />
      <LogSection page={page} failure={undefined} />
    </>
  );
  const handler = createStaticHandler([{ path: '/', element }]);
  const context = await handler.query(new Request('http://localhost/'));
  if (context instanceof Response) throw context;
  const html = renderToStaticMarkup(
    <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />,
  );
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

it('a sensitive case is rendered with its deadlines, steps, decisions, users and log; the proposer cannot approve', async () => {
  const made = await makeCase({ openedAt: new Date(Date.now() - hours(50)) });
  const { opener, second, as } = made;
  for (const step of firstSteps) await as(opener).step(step);
  await as(opener).propose({ kind: 'authorities', tell: 'tell' });
  const own = await drawn(made, opener);
  for (const words of [
    'overdue by 2 hours',
    'The person wants a referral to a support service: Yes',
    'Service code: S-3',
    'Authorities · Notify the authorities As we agreed on the telephone.',
    'Awaiting another assigned person. Withdraw',
    opener.user.name,
    'opened the case',
    'recorded: Immediate danger',
  ])
    expect(own).toContain(words);
  expect(own).not.toContain('Confirm Refuse');
  expect(await drawn(made, second)).toContain('Confirm Refuse');
});

it('a case of a child shows the child protection protocol with its questions', async () => {
  const made = await makeCase({ trigger: 'child-under-age' });
  for (const step of firstSteps.slice(0, 2)) await made.as(made.opener).step(step);
  const words = await drawn(made, made.opener);
  for (const each of ['The child protection protocol applies', 'Two adults were present', 'Person supporting the child', '48 hours left'])
    expect(words).toContain(each);
});

it('results of a visit are shown to all assigned users, also to those without access to its audit; the audit is not named to them', async () => {
  const made = await makeCase({ openedAt: new Date('2026-11-20T08:00:00Z') });
  const { caseId, owner, opener, second, supplier } = made;
  const none = 'No audits of this site are visible to you.';
  expect(await drawn(made, opener)).toContain(none);
  const { auditId } = await makeAudit(owner, { supplierPublicId: supplier.publicId });
  const content = { audit: auditId, seen: 'put-right', note: 'The gate stands open at night.' } as const;
  const act = { caseId, userId: second.user.id, now: new Date('2026-12-03T08:00:00Z'), content };
  expect(await second.inOrganization((db) => recordVisit(db, act))).toEqual({ kind: 'recorded' });

  const { number } = await owner.inOrganization((db) => db.audit.findFirstOrThrow({ where: { id: auditId } }));
  const reported = ['Remedied', content.note];
  const unseen = await drawn(made, opener);
  for (const words of [...reported, 'Audit not visible to you, recorded on 3 Dec 2026']) expect(unseen).toContain(words);
  for (const words of [none, number, 'Record visit result']) expect(unseen).not.toContain(words);
  const seen = await drawn(made, second);
  for (const words of [...reported, `Audit ${number}`, 'Record visit result']) expect(seen).toContain(words);
  expect(seen).not.toContain('not visible to you');
});
