import type { Audience, InstrumentKind } from '#scoring';
import { m } from '~/paraglide/messages';

const kinds = {
  'self-assessment': m.templates_kind_self_assessment,
  audit: m.templates_kind_audit,
  screening: m.templates_kind_screening,
  'lender-review': m.templates_kind_lender_review,
  'recruiter-review': m.templates_kind_recruiter_review,
} satisfies Record<InstrumentKind, () => string>;
const audiences = {
  supplier: m.templates_audience_supplier,
  member: m.templates_audience_member,
  auditor: m.templates_audience_auditor,
  lender: m.templates_audience_lender,
  'labour-provider': m.templates_audience_labour_recruiter,
} satisfies Record<Audience, () => string>;

/** The label of a kind of questionnaire, and of its responses. */
export const kindLabel = (kind: InstrumentKind): string => kinds[kind]();

/** The respondent, as text. */
export const audienceLabel = (audience: Audience): string => audiences[audience]();
