import { randomUUID } from 'node:crypto';
import { inside } from '~/access/enter-organization.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { planHash, planRows } from '~/audits/closing-plan/plan';
import type { ClosingPlan, PlanLine } from '~/audits/closing-plan/schema';
import { approveAudit } from '~/audits/conclusion/approve-audit.server';
import { concludeAudit } from '~/audits/conclusion/conclude-audit.server';
import { entryValues } from '~/audits/entries/entries';
import type { Place } from '~/audits/commissions/states';
import { type FoundAudit, findAudit } from '~/audits/planning/find-audit.server';
import { declareIndependence, putOnTeam } from '~/audits/planning/team.server';
import { prepareAuditReport } from '~/audits/report/prepare-audit-report.server';
import { signAuditReport } from '~/audits/report/sign-audit-report.server';
import { siteAddress } from '~/platform/mail/send.server';
import { attachReport } from '~/sharing/attached-reports/attach-report.server';
import { sendToBuyer } from '~/sharing/attached-reports/send-to-buyer.server';
import { acceptOffer } from '~/sharing/shared-access/answer-offer.server';
import { latexPlan, latexVisit } from './firm-audit-story';
import { type Recording, sendRecording } from './record-entries';
import { recordedOn } from './recorded-on';
import { hand } from './sample-story';
import { recordVisit } from './visit-demonstration';
import { onWorkingDay } from './working-days';

const day = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);

type Firm = { organization: { id: string; name: string }; ownerId: string; auditorId: string; now: Date };

/**
 * Carries the firm's planned audit to its report: recorded with a corrective action plan that both sides sign at the closing meeting, concluded by its lead,
 * approved by the reviewer, who is not on the team, signed, and sent to its buyer, who attaches it to the supplier.
 */
export async function reportToBuyer(
  db: TenantDb,
  {
    organization,
    ownerId,
    auditorId,
    now,
    ...of
  }: Firm & { auditId: string; buyerId: string; place: Place; supplierPublicId: string; first: Date },
): Promise<void> {
  const at = (days: number) => onWorkingDay(new Date(of.first.getTime() + days * day));
  const on = (days: number) => recordedOn(db, at(days));
  const audit = async (): Promise<FoundAudit> => {
    const found = await findAudit(db, { auditId: of.auditId, userId: ownerId, role: 'owner' });
    if (!found) throw new Error('The demonstration lost its commissioned audit');
    return found;
  };
  const { userId: reviewerId } = await db.membership.findFirstOrThrow({ where: { role: 'reviewer' }, select: { userId: true } });
  const seats = { [auditorId]: { part: 'lead', languages: ['en', 'ms'] }, [ownerId]: { part: 'assessor', languages: ['en'] } } as const;
  for (const [userId, seat] of Object.entries(seats)) done(await putOnTeam(on(-9), await audit(), { userId, ...seat, by: ownerId }));
  for (const userId of [auditorId, ownerId])
    await declareIndependence(on(-1), await audit(), { userId, declaration: 'independent', interest: '', now: at(-1) });
  const recording = await recordVisit(latexVisit, at(1));
  await signPlan(recording, await audit(), { place: of.place, at: at(1) });
  await sendRecording(on(1), await audit(), { userId: auditorId, recording });
  await db.audit.updateMany({ where: { id: of.auditId }, data: { startedAt: at(0) } });
  const { limits } = latexVisit;
  done(await concludeAudit(on(3), await audit(), { userId: auditorId, marksRest: true, limits, now: at(3) }));
  done(await approveAudit(on(4), await audit(), { userId: reviewerId, now: at(4) }));

  const by = { auditId: of.auditId, userId: ownerId, role: 'owner' as const, now };
  const asked = { ...by, organizationName: organization.name, locale: 'en' as const, publicUrl: siteAddress() };
  const { reportId } = done(await prepareAuditReport(db, asked));
  done(await signAuditReport((work) => work(db), { ...asked, reportId, organizationId: organization.id }));
  const { sharedAccessId } = done(await sendToBuyer(db, { ...by, organization, reportId }));
  await inside(db, of.buyerId, async () => {
    const { userId } = await db.membership.findFirstOrThrow({ where: { role: 'manager' }, select: { userId: true } });
    const received = { sharedAccessId, organizationId: of.buyerId, userId, now };
    done(await acceptOffer(db, received));
    done(await attachReport(db, { ...received, supplierPublicId: of.supplierPublicId }));
  });
}

/** What a use case answered: a refusal stops the story. */
function done<Outcome extends { kind: string }>(outcome: Outcome): Exclude<Outcome, { kind: 'refused' }> {
  if (outcome.kind === 'refused') throw new Error(`The demonstration could not report its commissioned audit: ${JSON.stringify(outcome)}`);
  return outcome as Exclude<Outcome, { kind: 'refused' }>;
}

/** Adds the lines of the closing plan and the plan that general manager and lead auditor sign at the end of the second day. */
async function signPlan(recording: Recording, audit: FoundAudit, { place, at }: { place: Place; at: Date }): Promise<void> {
  const findings = recording.entries.flatMap(({ kind, key, value }) =>
    kind === 'finding' ? [{ key, value: entryValues.finding.parse(value) }] : [],
  );
  const lines = new Map<string, PlanLine>();
  for (const { key, value } of findings) {
    const story = latexVisit.findings.find(({ question }) => question === value.question);
    const held = latexPlan[value.question ?? ''];
    if (!story || !held) throw new Error(`The closing plan of the demonstration has no line for ${value.question}`);
    const { action, owner: responsible, timescale } = story.plan;
    const line: PlanLine = {
      ...{ ...held, what: value.what, action, responsible, timescale, kind: 'corrective', isShown: true, site: 'agrees' },
    };
    lines.set(key, line);
    await recording.add('planLine', key, line);
  }
  const agreedOn = iso(at);
  const rows = planRows(findings, (key) => lines.get(key) ?? null, agreedOn);
  if (!rows) throw new Error('The closing plan of the demonstration is incomplete');
  const plan: ClosingPlan = {
    ...{ format: 'closing-plan/1', version: 1, locale: 'en', supplier: place.supplier, site: place.site, agreedOn, rows },
    audit: { id: audit.id, number: audit.number, startsOn: iso(audit.startsOn), endsOn: iso(audit.endsOn) },
  };
  const drawn = (by: string, loops: number) => ({ by, ratio: 3, strokes: [hand(loops)] });
  await recording.add('signedPlan', randomUUID(), {
    ...{ plan, hash: await planHash(plan), site: drawn('General manager', 5), auditor: drawn('Lead auditor', 3) },
    signedAt: new Date(Date.parse(`${agreedOn}T15:50:00.000Z`) - latexVisit.hoursAhead * 3_600_000).toISOString(),
  });
}
