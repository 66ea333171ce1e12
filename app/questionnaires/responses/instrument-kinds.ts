import type { Audience, InstrumentKind } from '#scoring';
import { m } from '~/paraglide/messages';

const kinds = {
  'self-assessment': m.instrument_kind_self_assessment,
  audit: m.instrument_kind_audit,
  screening: m.instrument_kind_screening,
  'lender-review': m.instrument_kind_lender_review,
  'recruiter-review': m.instrument_kind_recruiter_review,
} satisfies Record<InstrumentKind, () => string>;
const audiences = {
  supplier: m.instrument_audience_supplier,
  member: m.instrument_audience_member,
  auditor: m.instrument_audience_auditor,
  lender: m.instrument_audience_lender,
  'labour-provider': m.instrument_audience_labour_provider,
} satisfies Record<Audience, () => string>;

/** The words of a kind of instrument, and so of an assessment. */
export const kindWord = (kind: InstrumentKind): string => kinds[kind]();

/** Who answers, in words. */
export const audienceWord = (audience: Audience): string => audiences[audience]();
