import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { handleEndAction } from '~/audits/conclusion/handle-end-action.server';
import { ConclusionPage } from '~/audits/conclusion/conclusion-page';
import { isIssued } from '~/audits/gate/accept-point.server';
import { handleGateAction, isGateIntent } from '~/audits/gate/handle-gate-action.server';
import { readGate } from '~/audits/gate/read-gate.server';
import { showStops } from '~/audits/gate/show-stops';
import { readContradictions } from '~/audits/consistency/read-contradictions.server';
import { showHits } from '~/audits/consistency/show-hits.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { signsInScore } from '~/audits/conclusion/signs-in-score.server';
import { readLeft } from '~/audits/proposals/read-left.server';
import { readAudit } from '~/audits/planning/read-audit.server';
import { statisticalReading } from '~/audits/conclusion/statistical-reading.server';
import { totalLabel } from '~/audits/conclusion/screening-labels';
import { answerAct } from '~/platform/forms/answer-act.server';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { givenText } from '~/platform/http/given-text';
import { openComments } from '~/audits/review/open-comments.server';
import { param } from '~/platform/http/param.server';

const day = (date: Date): string => date.toISOString().slice(0, 10);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const who = { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role };
  const read = await member.inOrganization(async (db) => {
    const [audit, found] = [await readAudit(db, who), await findAudit(db, who)];
    if (!audit || !found) return null;
    const signs =
      audit.status === 'in-review' && member.can('approve:audit')
        ? await signsInScore(db, found, new Date().toISOString().slice(0, 10))
        : null;
    const statistical =
      audit.status === 'planned' || audit.status === 'cancelled' ? null : await statisticalReading(db, found, day(audit.endsOn));
    const isForTeam = found.members.some(({ userId }) => userId === member.user.id);
    const isChecked = audit.status === 'on-site' || audit.status === 'in-review';
    const checked = isChecked ? await checkRecord(db, found, { isForTeam }) : null;
    const hits = checked ? await readContradictions(db, found, checked, { isForTeam }) : [];
    const recorder = isForTeam && audit.status === 'on-site' ? `/o/${member.organization.slug}/audits/${audit.id}/on-site` : null;
    const isGated = isChecked || (audit.status === 'approved' && !(await isIssued(db, audit.id)));
    const stops = isGated ? await readGate(db, found, checked ?? (await checkRecord(db, found))) : null;
    return {
      ...{ audit, signs, statistical },
      openComments: isChecked ? await openComments(db, found) : 0,
      stops: stops && showStops(stops, { seesFigures: isForTeam || member.can('approve:audit') }),
      obstacles: audit.status === 'on-site' ? (checked?.obstacles ?? null) : null,
      left: checked && audit.status === 'on-site' ? await readLeft(db, found, checked) : null,
      hits: checked && (await showHits(db, found, { hits, recorder })),
    };
  });
  if (!read) throw notFound();
  const { audit, obstacles, left, hits, signs, statistical, stops } = read;
  const own = audit.team.find(({ userId }) => userId === member.user.id);
  return {
    status: audit.status,
    limits: audit.limits,
    concluded: audit.concluded && { by: audit.concluded.by, at: audit.concluded.at },
    approved: audit.approved,
    ...{ obstacles, left, hits, stops, openComments: read.openComments },
    gateReader: {
      userId: member.user.id,
      mayAsk: member.can('record:audit') && (own?.part === 'lead' || own?.part === 'assessor'),
      mayDecide: member.can('approve:audit'),
    },
    statistical,
    mayConclude: audit.status === 'on-site' && member.can('record:audit') && (own?.part === 'lead' || own?.part === 'assessor'),
    mayApprove: audit.status === 'in-review' && member.can('approve:audit'),
    isOwnConclusion: audit.concluded?.id === member.user.id,
    isRecorder: own?.part === 'lead' || own?.part === 'assessor',
    signs: signs && { reading: totalLabel(signs.lower) },
    openCase: member.can('open:sensitive-case') ? { base: `/o/${member.organization.slug}`, about: audit.supplier.publicId } : null,
    here: `/o/${member.organization.slug}/audits/${audit.id}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const form = await readForm(request);
  const act = isGateIntent(givenText(form, 'intent')) ? handleGateAction : handleEndAction;
  const done = await act(member, { auditId: param(params, 'auditId'), form, now: new Date() });
  return answerAct(done, `/o/${member.organization.slug}/audits/${param(params, 'auditId')}/conclusion`);
}

export default function AuditConclusion() {
  return <ConclusionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>() ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
