import type { Answers } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readAccepted } from '~/audits/gate/read-accepted.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { readDefinition } from '~/audits/entries/definition';
import type { EntryKind, EntryValue } from '~/audits/entries/entries';
import { type AuditCaller, findAudit } from '~/audits/planning/find-audit.server';
import { type AuditRead, readAudit } from '~/audits/planning/read-audit.server';
import { type AuditRecord, currentByKey } from '~/audits/entries/read-record.server';
import { auditRequirements } from '~/audits/national-law/audit-requirements.server';
import { announcements, auditTypes, declarations, teamParts } from '~/audits/planning/states';
import { withoutWithdrawn } from '~/audits/entries/without-withdrawn.server';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { Kept } from '~/audits/report/audit-report/arrange-findings';
import type { Answered } from '~/audits/report/audit-report/arrange-results';
import type { AuditReportInput } from '~/audits/report/audit-report/model.server';
import { changedFindings, newestPlan } from '~/audits/closing-plan/plan';
import { languageLabel } from './language-label';
import { countHours, countWages } from './count-pay';
import { countInterviews } from './count-interviews';
import { readComparisons } from './read-comparisons.server';
import { readPlace } from './read-place.server';
import { readEarlier } from './read-earlier.server';
import { readExplained } from './read-explained.server';
import { readCommission } from './read-commission.server';
import { readSince } from './read-since.server';

const day = (date: Date) => date.toISOString().slice(0, 10);
const known = <Word extends string>(words: readonly Word[], word: string | null): Word | null =>
  words.find((each) => each === word) ?? null;

/**
 * All input of a report on an audit in its current state, or null: an unknown audit and one hidden from this caller look the same. About twenty queries,
 * however large the audit. Restricted notes and cases are not read.
 */
export async function readReportInput(
  db: TenantDb,
  options: AuditCaller & { auditId: string; organizationName: string; locale: AuditReportInput['locale']; publicUrl: string; now: Date },
): Promise<AuditReportInput | null> {
  const [audit, found] = [await readAudit(db, options), await findAudit(db, options)];
  if (!audit || !found) return null;
  const checked = await checkRecord(db, found);
  const { record: whole, answers } = checked;
  const record = await withoutWithdrawn(db, { auditId: audit.id, record: whole });
  const keyOf = new Map(
    (
      await db.questionnaireResponse.findMany({ where: { id: { in: [...answers.keys()] } }, select: { id: true, instrumentKey: true } })
    ).map(({ id, instrumentKey }) => [id, instrumentKey]),
  );
  const answeredOf = (responseId: string | null): Answered | null => {
    const key = responseId === null ? undefined : keyOf.get(responseId);
    if (responseId === null || key === undefined) return null;
    const given = [...(answers.get(responseId) ?? [])].map(([question, { value }]) => [question, value] as const);
    return { instrument: instrument(key), shown: localizedInstrument(key, options.locale), answers: Object.fromEntries(given) as Answers };
  };
  const checklist = answeredOf(found.responseId);
  if (!checklist) return null;
  return {
    ...{ locale: options.locale, preparedAt: options.now.toISOString(), organization: { name: options.organizationName } },
    state: audit.status === 'approved' ? 'approved' : 'draft',
    audit: { ...headOf(audit), selfAssessedOn: await selfAssessedOn(db, { partyId: found.partyId, by: audit.endsOn }) },
    ...(await readPlace(db, { auditId: audit.id })),
    definition: definitionOf(record),
    further: found.checklists.flatMap(({ responseId }) => answeredOf(responseId) ?? []),
    ...{ checklist, eleven: answeredOf(found.signsId), operational: answeredOf(found.screeningId) },
    plannedInterviews: { people: audit.sample.interviews, by: [...new Set(audit.sample.rows.map(({ dimension }) => dimension))] },
    team: audit.team.flatMap(({ name, part, languages, declaration, interest }) => {
      const own = known(teamParts, part);
      const spoken = languages.map((code) => languageLabel(code, options.locale));
      return own ? [{ name, part: own, languages: spoken, declaration: known(declarations, declaration), interest }] : [];
    }),
    ...(await readCommission(db, found, { startsOn: day(audit.startsOn), buyer: audit.commission?.buyer ?? null, locale: options.locale })),
    record: recordOf(record),
    law:
      audit.country === null
        ? null
        : {
            country: audit.country,
            on: day(audit.startsOn),
            byQuestion: await auditRequirements(db, { country: audit.country, on: day(audit.startsOn) }),
          },
    explained: await readExplained(db, found, checked),
    accepted: await readAccepted(db, found, checked),
    closingPlan: closingPlanOf(record),
    figures: figuresOf(record, options.locale),
    earlier: await readEarlier(db, { partyId: found.partyId, ids: [...currentByKey(record, 'revisit').keys()] }),
    since: await readSince(db, [...currentByKey(record, 'finding').keys()]),
    ...(await readComparisons(db, { auditId: audit.id })),
    publicUrl: options.publicUrl,
  };
}

/** When the supplier last submitted a self-assessment, up to a day. One query. */
async function selfAssessedOn(db: TenantDb, { partyId, by }: { partyId: string; by: Date }): Promise<string | null> {
  const last = await db.questionnaireResponse.findFirst({
    where: { partyId, kind: 'self-assessment', submittedAt: { lt: new Date(by.getTime() + 86_400_000) } },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    select: { submittedAt: true },
  });
  return last?.submittedAt ? day(last.submittedAt) : null;
}

function headOf(audit: AuditRead): AuditReportInput['audit'] {
  const { number, personDays, paidBy, purpose, limits, contact, licences, concluded, approved } = audit;
  return {
    ...{ number, personDays, paidBy, purpose, limits, contact, licences },
    type: known(auditTypes, audit.type) ?? 'initial',
    announcement: known(announcements, audit.announcement) ?? 'announced',
    ...{ startsOn: day(audit.startsOn), endsOn: day(audit.endsOn) },
    ...{ concludedBy: concluded?.by ?? null, concludedOn: concluded ? day(concluded.at) : null },
    ...{ approvedBy: approved?.by ?? null, approvedOn: approved ? day(approved.at) : null },
  };
}

/** The newest plan signed in the closing meeting, and whether the record differs from it now. */
function closingPlanOf(record: AuditRecord): AuditReportInput['closingPlan'] {
  const signed = newestPlan([...currentByKey(record, 'signedPlan').values()].map(({ value }) => value));
  if (!signed) return null;
  const findings = [...currentByKey(record, 'finding')].map(([key, { value }]) => ({ key, value }));
  const lines = currentByKey(record, 'planLine');
  const changed = changedFindings(signed.plan, findings, (finding) => lines.get(finding)?.value ?? null);
  const { plan, hash, site, auditor } = signed;
  return { version: plan.version, hash, agreedOn: plan.agreedOn, site: site.by, auditor: auditor.by, isChanged: changed.length > 0 };
}

/** The legal definition with its elements; null where none was recorded. */
function definitionOf(record: AuditRecord): AuditReportInput['definition'] {
  const elements = new Map([...currentByKey(record, 'element')].map(([element, { value }]) => [element, value]));
  const states = Object.fromEntries([...elements].map(([element, { state }]) => [element, state]));
  return elements.size === 0 ? null : { ...readDefinition(states), elements };
}

/** Counts of people, suppressed for publication. */
function figuresOf(record: AuditRecord, locale: AuditReportInput['locale']): AuditReportInput['figures'] {
  const values = <Kind extends EntryKind>(kind: Kind): EntryValue<Kind>[] =>
    [...currentByKey(record, kind).values()].map(({ value }) => value);
  return {
    ...{ hours: countHours(values('hours')), wages: countWages(values('wage')) },
    interviews: countInterviews(values('tally'), { locale }),
  };
}

/** Current entries of one kind, ordered by id: independent of the order of sending. */
function recordOf(record: AuditRecord): AuditReportInput['record'] {
  const kept = <Kind extends EntryKind>(kind: Kind): Kept<EntryValue<Kind>>[] =>
    [...currentByKey(record, kind)].map(([id, { value }]) => ({ id, value })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const firstAt = new Map<string, string>();
  for (const { kind, key, madeAt } of record.entries) {
    const at = madeAt.toISOString();
    if (kind === 'photo' && at < (firstAt.get(key) ?? '\uffff')) firstAt.set(key, at);
  }
  const values = <Kind extends EntryKind>(kind: Kind): EntryValue<Kind>[] => kept(kind).map(({ value }) => value);
  const byKey = <Kind extends EntryKind>(kind: Kind) => new Map(kept(kind).map(({ id, value }) => [id, value]));
  return {
    ...{
      checks: byKey('check'),
      findings: kept('finding'),
      revisits: kept('revisit'),
      practices: values('practice'),
      photos: kept('photo').map((photo) => {
        const at = firstAt.get(photo.id);
        return at === undefined ? photo : { ...photo, firstAt: at };
      }),
    },
    ...{ signatures: values('signature'), meetings: byKey('meeting'), narratives: byKey('narrative') },
  };
}
