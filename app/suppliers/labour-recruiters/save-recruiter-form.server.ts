import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { linkSupplier } from '~/suppliers/supply-links/link-supplier.server';
import { m } from '~/paraglide/messages';
import { readEnteredDay } from '~/platform/forms/entered-day';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { decideStatus, proposeStatus, recordReply, type StatusChange, type StatusRefusal } from './change-status.server';
import { editLabourRecruiter } from './edit-labour-recruiter.server';
import { endRelation, withdrawEntry } from './end-relation.server';
import { labourRecruiterFormSchema } from './labour-recruiter-form';
import { doOverlap } from './protect-complaints';
import { type LineKind, lineKinds } from '~/suppliers/facts/recruiter-record';
import { readEntries } from './read-entries.server';
import { findRecruiter, type RecruiterHead } from './read-recruiter.server';
import { recordEntry } from './record-entry.server';
import { lineFormSchemas, proposalFormSchema, replyFormSchema, type TypedLine } from './record-forms';

export type RecruiterSaved =
  | { kind: 'saved'; flash: { tone: 'success' | 'info' | 'warning'; text: string } }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'unknown' }
  | { kind: 'nonsense' };
type Call = { head: RecruiterHead; form: FormData; userId: string; now: Date; today: string };

const done = (text: string): RecruiterSaved => ({ kind: 'saved', flash: { tone: 'success', text } });
const nothing = (): RecruiterSaved => ({ kind: 'saved', flash: { tone: 'info', text: m.suppliers_saved_nothing() } });
const idOf = (form: FormData, name: string) => z.uuid().safeParse(form.get(name)).data;

/** Answers any form of a provider's page. `unknown` is a provider, line or edge that is not there; `nonsense` a button that no page has. */
export async function saveRecruiterForm(
  db: TenantDb,
  options: { publicId: string | undefined; form: FormData; userId: string; now: Date },
): Promise<RecruiterSaved> {
  const head = await findRecruiter(db, options.publicId);
  if (!head) return { kind: 'unknown' };
  const call = { ...options, head, today: options.now.toISOString().slice(0, 10) };
  const intent = String(options.form.get('intent'));
  const kind = lineKinds.find((each) => intent === each || intent === `withdraw-${each}`);
  if (kind) return intent === kind ? saveLine(db, call, kind) : withdraw(db, call, kind);
  switch (intent) {
    case 'edit':
      return saveFacts(db, call);
    case 'propose':
    case 'reply':
    case 'decide':
    case 'reject':
    case 'drop':
      return saveStatus(db, call, intent);
    case 'relate':
      return relate(db, call);
    case 'end-relation':
    case 'remove-relation':
      return unrelate(db, call, intent === 'remove-relation');
    default:
      return { kind: 'nonsense' };
  }
}

async function saveFacts(db: TenantDb, { head, form, userId }: Call): Promise<RecruiterSaved> {
  const parsed = parseForm(form, labourRecruiterFormSchema);
  if (!parsed.ok) return { kind: 'refused', intent: 'edit', failure: parsed };
  const fields = await editLabourRecruiter(db, { ...head, entry: parsed.value, userId });
  return fields.length > 0 ? done(m.suppliers_saved({ count: fields.length })) : nothing();
}

async function saveLine<Kind extends LineKind>(db: TenantDb, { head, form, userId }: Call, kind: Kind): Promise<RecruiterSaved> {
  const parsed = parseForm<z.ZodType<TypedLine<Kind>>>(form, lineFormSchemas[kind]);
  if (!parsed.ok) return { kind: 'refused', intent: kind, failure: parsed };
  const { note, values } = parsed.value;
  const entryId = idOf(form, 'entryId');
  const { complaints } = await readEntries(db, head);
  if ('received' in values && complaints.some((line) => line.entryId !== entryId && doOverlap(line, values)))
    return { kind: 'refused', intent: kind, failure: formFailure(form, { periodFrom: [m.labour_recruiters_error_overlap()] }) };
  const isSaved = await recordEntry(db, { partyId: head.partyId, userId, note, entryId, kind, values });
  return isSaved ? done(m.supply_links_line_saved()) : nothing();
}

async function withdraw(db: TenantDb, { head, form, userId }: Call, kind: LineKind): Promise<RecruiterSaved> {
  const entryId = idOf(form, 'entryId');
  const isDone = entryId !== undefined && (await withdrawEntry(db, { partyId: head.partyId, kind, entryId, userId }));
  return isDone ? done(m.supply_links_line_withdrawn()) : { kind: 'unknown' };
}

const statusErrors: Readonly<Record<StatusRefusal, () => string>> = {
  'already-proposed': m.supply_links_error_already_proposed,
  'already-decided': m.supply_links_error_already_decided,
  'own-proposal': m.supply_links_error_own_proposal,
  'not-proposer': m.supply_links_error_not_proposer,
  'note-missing': m.supply_links_error_rejection,
  'too-early': m.supply_links_error_too_early,
};

const verdicts = {
  decide: { verdict: 'approved', text: m.supply_links_status_decided },
  reject: { verdict: 'rejected', text: m.supply_links_status_rejected },
  drop: { verdict: 'withdrawn', text: m.supply_links_status_dropped },
} as const;

async function saveStatus(
  db: TenantDb,
  { head, form, userId, now }: Call,
  intent: 'propose' | 'reply' | keyof typeof verdicts,
): Promise<RecruiterSaved> {
  const of = { partyId: head.partyId, userId, now };
  const answer = (change: StatusChange, text: string): RecruiterSaved => {
    if (change.kind === 'done') return done(text);
    if (change.kind === 'unknown') return change;
    const field = change.code === 'too-early' ? 'repliedOn' : change.code === 'note-missing' ? 'rejection' : '';
    return { kind: 'refused', intent, failure: formFailure(form, { [field]: [statusErrors[change.code]()] }) };
  };
  if (intent === 'propose') {
    const parsed = parseForm(form, proposalFormSchema);
    if (!parsed.ok) return { kind: 'refused', intent, failure: parsed };
    const isApproval = parsed.value.status === 'approved';
    return answer(
      await proposeStatus(db, { ...of, proposal: parsed.value }),
      isApproval ? m.supply_links_status_decided() : m.supply_links_status_proposed(),
    );
  }
  if (intent === 'reply') {
    const parsed = parseForm(form, replyFormSchema);
    if (!parsed.ok) return { kind: 'refused', intent, failure: parsed };
    const { entryId, ...reply } = parsed.value;
    return answer(await recordReply(db, { ...of, entryId, reply }), m.supply_links_reply_saved());
  }
  const entryId = idOf(form, 'entryId');
  if (entryId === undefined) return { kind: 'unknown' };
  const { verdict, text } = verdicts[intent];
  const note = intent === 'reject' ? rejectionSchema.parse(form.get('rejection')) : '';
  return answer(await decideStatus(db, { ...of, entryId, verdict, note }), text());
}

const rejectionSchema = z.string().trim().max(2000).catch('');

const relationFormSchema = z.object({
  direction: z.enum(['to', 'from'], { error: () => m.suppliers_error_direction() }),
  other: z
    .string({ error: () => m.suppliers_error_customer() })
    .trim()
    .max(500),
  note: z.string().trim().max(2000).optional(),
});

async function relate(db: TenantDb, { head, form, userId }: Call): Promise<RecruiterSaved> {
  const parsed = parseForm(form, relationFormSchema);
  if (!parsed.ok) return { kind: 'refused', intent: 'relate', failure: parsed };
  const { direction, other, note = null } = parsed.value;
  const unknown = { product: null, share: null, volume: null, volumeUnit: null, validFrom: null, validTo: null, confidence: null };
  const entry = { ...unknown, direction, other, note, isBuyer: false, isInferred: false, kind: 'recruits' as const };
  // Through whom: only a labour provider recruits.
  const kinds = direction === 'from' ? (['labour-recruiter'] as const) : (['supplier', 'site', 'labour-recruiter'] as const);
  const result = await linkSupplier(db, { partyId: head.partyId, entry, userId, kinds });
  if (result.kind === 'linked') return done(m.supply_links_related());
  const words = {
    itself: m.supply_links_error_itself,
    exists: m.suppliers_error_link_exists,
    shares: m.suppliers_error_link_exists,
    'other-unknown': m.suppliers_error_customer,
    'other-several': m.suppliers_error_several,
  };
  return { kind: 'refused', intent: 'relate', failure: formFailure(form, { other: [words[result.code]()] }) };
}

async function unrelate(db: TenantDb, { head, form, userId, today }: Call, isRemoved: boolean): Promise<RecruiterSaved> {
  const linkId = idOf(form, 'linkId');
  const validTo = isRemoved ? null : (readEnteredDay(form.get('validTo')) ?? today);
  const ended = linkId === undefined ? 'unknown' : await endRelation(db, { partyId: head.partyId, linkId, validTo, userId });
  if (ended === 'too-early') return { kind: 'saved', flash: { tone: 'warning', text: m.recruiter_reviews_error_end_early() } };
  return ended === 'done' ? done(isRemoved ? m.suppliers_chain_removed() : m.supply_links_link_ended()) : { kind: 'unknown' };
}
