import { gatePointLabel } from '~/audits/gate/labels';
import { ruleLabel } from '~/audits/consistency/labels';
import type { EntryValue } from '~/audits/entries/entries';
import { reportHash } from '~/documents/verification/report-hash.server';
import { arrangeDefinition, type DefinitionRecorded } from './arrange-definition';
import { arrangeFindings, arrangePhotos, type FindingSince, type Kept, withoutIds } from './arrange-findings';
import { type Answered, arrangeResults, type OtherAudit } from './arrange-results';
import { arrangeFurther } from './arrange-further';
import { arrangeLaw, type LawInput } from './arrange-law';
import { reasonsOf } from './arrange-reasons';
import { arrangeMeetings } from './arrange-meetings';
import { arrangeNarratives } from './arrange-narratives';
import { arrangeRevisits, type EarlierFinding } from './arrange-revisits';
import { arrangeSigns } from './arrange-signs';
import { arrangeGathered, arrangeWorkforce, type Workforce } from './arrange-site';
import { arrangeSystems } from './arrange-systems';
import { arrangeStatistical } from './arrange-statistical';
import { type AuditReport, auditReportSchema } from './schema';

type Audit = AuditReport['audit'];

export type AuditReportInput = Pick<
  AuditReport,
  'locale' | 'organization' | 'supplier' | 'site' | 'agencies' | 'team' | 'plannedInterviews' | 'commission'
> & {
  /** The time of preparation, ISO 8601 in UTC; used instead of the clock, also for the file's dates. */
  preparedAt: string;
  state: AuditReport['state'];
  audit: Omit<Audit, 'checklist' | 'previous' | 'peers'>;
  workforce: Workforce;
  checklist: Answered;
  /** What was asked beside it. */
  further?: readonly Answered[];
  eleven: Answered | null;
  definition: DefinitionRecorded | null;
  operational: Answered | null;
  /** Current entries of the record, by kind. */
  record: {
    checks: ReadonlyMap<string, EntryValue<'check'>>;
    findings: readonly Kept<EntryValue<'finding'>>[];
    revisits?: readonly Kept<EntryValue<'revisit'>>[];
    practices: readonly EntryValue<'practice'>[];
    photos: readonly Kept<EntryValue<'photo'>>[];
    signatures: readonly EntryValue<'signature'>[];
    meetings: ReadonlyMap<string, EntryValue<'meeting'>>;
    /** By their section, or `summary` and `systems`. */
    narratives?: ReadonlyMap<string, EntryValue<'narrative'>>;
  };
  /** What the law of the site's country required when the audit began; null where nothing is known of it. */
  law?: LawInput | null;
  /** Counts of people, already suppressed; printed only for an approved audit. */
  figures: Pick<AuditReport, 'hours' | 'wages' | 'interviews'>;
  since: ReadonlyMap<string, FindingSince>;
  /** Findings of earlier visits, by their ids. */
  earlier?: ReadonlyMap<string, EarlierFinding>;
  /** Contradictions that the team explained. */
  explained?: readonly Omit<NonNullable<AuditReport['contradictions']>[number], 'text'>[];
  /** Points of the gate that a second person accepted. */
  accepted?: readonly Omit<NonNullable<AuditReport['acceptedPoints']>[number], 'text'>[];
  /** The newest plan signed in the closing meeting. */
  closingPlan?: AuditReport['closingPlan'];
  before: (OtherAudit & { number: string }) | null;
  peers: readonly OtherAudit[];
  /** Public address of the site, without a closing slash. */
  publicUrl?: string;
};

/**
 * Arranges an audit into the report that is printed, stored and shared. Pure: no clock, no database. A draft has no figures about interviews, hours and pay:
 * two drafts, before and after one more interview, could be subtracted. Restricted notes are excluded. Throws ZodError for invalid input.
 */
export function buildAuditReport(input: AuditReportInput): AuditReport {
  const { audit, checklist, record, before } = input;
  const asOf = audit.concludedOn ?? audit.endsOn;
  const country = input.site?.country ?? input.supplier.country;
  const photos = arrangePhotos(record.photos, {
    country,
    zone: [...record.meetings.values()].find(({ zone }) => zone !== undefined)?.zone,
  });
  const workforce = arrangeWorkforce(input.workforce, checklist);
  const workers = workforce[0]?.value?.kind === 'people' ? workforce[0].value.count : null;
  const { sections } = checklist.shown;
  const further = input.further ?? [];
  const asked = [...sections, ...further.flatMap(({ shown }) => shown.sections)];
  const findings = arrangeFindings(record.findings, { sections: asked, photos, since: input.since, workers });
  const isFinal = input.state === 'approved';
  const notYet = { state: 'not-yet' } as const;
  const figures = isFinal ? input.figures : { hours: notYet, wages: notYet, interviews: notYet };
  const { law, requirementsOf } = arrangeLaw(
    input.law ?? null,
    asked.flatMap(({ questions }) => questions.map(({ key }) => key)),
  );
  const { interviews } = figures;
  const reasonOf = reasonsOf([checklist, ...further], { checks: record.checks, say: { locale: input.locale } });
  const content = contentSchema.parse({
    format: 'audit-report/1',
    ...{ locale: input.locale, preparedAt: input.preparedAt, state: input.state, organization: { name: input.organization.name } },
    audit: {
      ...audit,
      checklist: {
        ...{ key: checklist.shown.key, title: checklist.shown.title.text, licence: checklist.shown.licence },
        ...{ source: checklist.shown.source, isDrafted: checklist.shown.title.status === 'drafted' },
      },
      previous: before && { number: before.number, on: before.on },
      peers: input.peers.length,
    },
    ...{ supplier: input.supplier, site: input.site, agencies: input.agencies, workforce },
    gathered: arrangeGathered(checklist, { locale: input.locale, workers }),
    ...{ team: input.team, plannedInterviews: input.plannedInterviews },
    ...(input.commission && { commission: input.commission }),
    meetings: arrangeMeetings(record.meetings, { country }),
    ...arrangeResults(checklist, {
      asOf,
      checks: record.checks,
      findings,
      before,
      peers: input.peers,
      interviews,
      requirementsOf,
      reasonOf,
    }),
    further: arrangeFurther(further, {
      locale: input.locale,
      checks: record.checks,
      findings,
      workers,
      interviews,
      requirementsOf,
      reasonOf,
    }),
    signs: arrangeSigns({ eleven: input.eleven, operational: input.operational, asOf }),
    definition: arrangeDefinition(input.definition, figures),
    statistical: arrangeStatistical({ eleven: input.eleven, operational: input.operational, definition: input.definition, asOf }),
    ...(input.explained && {
      contradictions: input.explained.map((each) => ({ ...each, text: ruleLabel(each.rule, { locale: input.locale }) })),
    }),
    ...{ law, systems: arrangeSystems([checklist, ...further]), narratives: arrangeNarratives(record.narratives, { sections: asked }) },
    ...(input.accepted && {
      acceptedPoints: input.accepted.map((each) => ({ ...each, text: gatePointLabel(each.point, { locale: input.locale }) })),
    }),
    ...(input.closingPlan === undefined ? {} : { closingPlan: input.closingPlan }),
    findings,
    revisits: arrangeRevisits(record.revisits ?? [], { earlier: input.earlier ?? new Map(), photos }),
    practices: record.practices.map(({ section, what }) => ({
      ...{ section: asked.find(({ key }) => key === section)?.title.text ?? null, what },
    })),
    ...figures,
    photos: withoutIds(photos, findings, input.earlier ?? new Map()),
    signatures: record.signatures.map(({ by, says, ratio, strokes }) => ({ by, says, ratio, strokes })),
    verifyAt: input.publicUrl === undefined ? null : `${input.publicUrl}/verify`,
  } satisfies Omit<AuditReport, 'hash'>);
  return { ...content, hash: reportHash(content) };
}

const contentSchema = auditReportSchema.omit({ hash: true });
