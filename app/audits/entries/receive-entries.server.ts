import type { TenantDb } from '~/access/tenant-db.server';
import { isSoundJson } from '~/access/sound-text';

import { planHash } from '~/audits/closing-plan/plan';
import { isZeroToleranceFinding, isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { recordSource } from './accepted-answers';
import { currentEntries } from './current-entries';
import { definitionElements } from './definition';
import { findingsOf } from './earlier-findings.server';
import { isExplanationKey } from './explanation-key';
import { type EntryKind, entryKinds, entryValues, meetingKeys, narrativeKeys, type SentEntry } from './entries';
import { hasPossibleDates, recordedBounds } from './possible-dates';
import { receiveRequirements } from './receive-requirements.server';
import { entryHash, sendingHash } from './entry-hash';
import { type FoundAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { auditQuestionIndex } from './audit-question-index.server';
import { recordingStatuses } from '~/audits/planning/states';

export type EntryRefusal = 'bad-value' | 'bad-date' | 'bad-hash' | 'unknown-place' | 'photo-missing' | 'id-taken';
export type Receipt = {
  receiptId: string;
  at: string;
  /** Entries by kind that this device has sent so far, these among them. */
  counts: Record<EntryKind, number>;
  /** Over all of them; the device computes the same. */
  hash: string;
};
export type Received =
  | { kind: 'received'; receipt: Receipt; taken: string[]; refused: { id: string; code: EntryRefusal }[]; conflicts: string[] }
  | { kind: 'refused'; code: 'closed' };

/**
 * Takes what a device recorded. An entry that is there already is taken again without effect, so that a sending may be repeated; one that is refused leaves
 * the others alone and stays on the device. Nothing is ordered by the device's clock. Five queries and one insert, however many entries.
 */
export async function receiveEntries(
  db: TenantDb,
  audit: FoundAudit,
  options: { deviceId: string; userId: string; entries: readonly SentEntry[] },
): Promise<Received> {
  await lockAudit(db, audit.id);
  const { status } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { status: true } });
  if (!recordingStatuses.includes(status)) return { kind: 'refused', code: 'closed' };
  const places = await auditQuestionIndex(db, audit);
  const bounds = recordedBounds({ endsOn: audit.endsOn.toISOString().slice(0, 10), now: new Date(Date.now()) });
  const known = await db.auditEntry.findMany({
    where: { auditId: audit.id },
    select: { id: true, kind: true, key: true, replaces: true, hash: true, deviceId: true },
  });
  const byId = new Map(known.map((entry) => [entry.id, entry]));
  const files = await filesSent(db, audit.responseId, options.entries);
  const revisited = options.entries.flatMap(({ kind, key }) => (kind === 'revisit' ? [key] : []));
  const findings = await findingsOf(db, { partyId: audit.partyId, ids: revisited });

  const taken: string[] = [];
  const refused: { id: string; code: EntryRefusal }[] = [];
  const fresh: (SentEntry & { value: object; fileId: string | null })[] = [];
  for (const entry of options.entries) {
    const same = byId.get(entry.id);
    if (same) {
      if (same.hash === entry.hash) taken.push(entry.id);
      else refused.push({ id: entry.id, code: 'id-taken' });
      continue;
    }
    const parsed = entryValues[entry.kind].safeParse(entry.value);
    const refuse = (code: EntryRefusal) => refused.push({ id: entry.id, code });
    if (!parsed.success || !isSoundJson([entry.key, parsed.data])) refuse('bad-value');
    else if ((await entryHash(entry)) !== entry.hash) refuse('bad-hash');
    else if (!isPlace(entry, places, findings)) refuse('unknown-place');
    else if (!hasPossibleDates(entry, { bounds, isDate: places.questions.get(entry.key)?.question.type === 'DATE' })) refuse('bad-date');
    else if (entry.kind === 'signedPlan' && !(await isAsSigned(entry, { audit, known: byId.values(), sent: options.entries })))
      refuse('bad-value');
    else {
      const fileId = 'sha256' in parsed.data ? (files.get(parsed.data.sha256) ?? null) : null;
      if (entry.kind === 'photo' && fileId === null) refuse('photo-missing');
      else {
        taken.push(entry.id);
        fresh.push({ ...entry, value: parsed.data, fileId });
        byId.set(entry.id, { ...entry, deviceId: options.deviceId });
      }
    }
  }
  await db.auditEntry.createMany({
    data: fresh.map(({ id, kind, key, value, replaces, fileId, hash, madeAt }) => ({
      ...{ auditId: audit.id, id, kind, key, replaces, fileId, hash },
      value: JSON.parse(JSON.stringify(value)),
      madeAt: new Date(madeAt),
      deviceId: options.deviceId,
      byUserId: options.userId,
    })),
  });
  await receiveRequirements(db, audit, { entries: fresh, userId: options.userId });
  if (status === 'planned' && fresh.length > 0)
    await db.audit.updateMany({ where: { id: audit.id }, data: { status: 'on-site', startedAt: new Date() } });
  const receipt = await giveReceipt(db, audit.id, { ...options, all: [...byId.values()] });
  const conflicts = [...currentEntries([...byId.values()]).values()].filter(({ heads }) => heads.length > 1);
  return { kind: 'received', receipt, taken, refused, conflicts: conflicts.map(({ kind, key }) => `${kind} ${key}`) };
}

/**
 * Whether a signed plan is of this audit, gives the hash that was signed, names no finding of a sensitive case, and replaces nothing: a signature belongs to
 * exactly what was shown.
 */
async function isAsSigned(
  { key, replaces, value }: SentEntry,
  { audit, known, sent }: { audit: FoundAudit; known: Iterable<{ kind: string; key: string }>; sent: readonly SentEntry[] },
): Promise<boolean> {
  const { plan, hash } = entryValues.signedPlan.parse(value);
  if (plan.audit.id !== audit.id || replaces.length > 0 || (await planHash(plan)) !== hash) return false;
  for (const each of known) if (each.kind === 'signedPlan' && each.key === key) return false;
  const shown = new Set(plan.rows.map(({ finding }) => finding));
  return !sent.some((entry) => entry.kind === 'finding' && shown.has(entry.key) && isSensitiveFinding(entry.value));
}

function isSensitiveFinding(value: unknown): boolean {
  const { data } = entryValues.finding.safeParse(value);
  return data !== undefined && isZeroToleranceFinding({ question: data.question, compliancePoint: data.point, indicator: null });
}

type Places = Awaited<ReturnType<typeof auditQuestionIndex>>;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isPlace({ kind, key, value }: SentEntry, places: Places, findings: ReadonlySet<string>): boolean {
  if (kind === 'check') return places.questions.has(key) && sourcesOf(value).every((source) => mayComeFrom(source, { key, places }));
  if (kind === 'explanation') return isExplanationKey(key);
  if (kind === 'element') return definitionElements.some((each) => each === key);
  if (kind === 'revisit') return findings.has(key);
  if (kind === 'narrative') return places.sections.has(key) || narrativeKeys.some((each) => each === key);
  if (kind === 'meeting') return meetingKeys.some((each) => each === key);
  return uuid.test(key);
}

const sourcesOf = (value: unknown): string[] => (entryValues.check.safeParse(value).data?.from ?? []).map(({ question }) => question);

/** An answer is accepted from another question of the audit; never from one that is withheld, unless it is withheld too. */
const mayComeFrom = (source: string, { key, places }: { key: string; places: Places }): boolean =>
  source === recordSource || (places.questions.has(source) && (!isZeroToleranceQuestion(source) || isZeroToleranceQuestion(key)));

/** The stored files of this audit by their hash: a photo is sent before the entry that names it. */
async function filesSent(db: TenantDb, responseId: string, entries: readonly SentEntry[]): Promise<Map<string, string>> {
  const hashes = entries.flatMap(({ kind, value }) => {
    const parsed = kind === 'photo' ? entryValues.photo.safeParse(value) : null;
    return parsed?.success ? [parsed.data.sha256] : [];
  });
  if (hashes.length === 0) return new Map();
  const found = await db.storedFile.findMany({ where: { responseId, sha256: { in: hashes } }, select: { id: true, sha256: true } });
  return new Map(found.map(({ id, sha256 }) => [sha256, id]));
}

async function giveReceipt(
  db: TenantDb,
  auditId: string,
  options: { deviceId: string; userId: string; all: readonly { kind: string; hash: string; deviceId: string }[] },
): Promise<Receipt> {
  const own = options.all.filter(({ deviceId }) => deviceId === options.deviceId);
  const counts = Object.fromEntries(entryKinds.map((kind) => [kind, own.filter((entry) => entry.kind === kind).length])) as Record<
    EntryKind,
    number
  >;
  const hash = await sendingHash(own.map((entry) => entry.hash));
  const { id, receivedAt } = await db.auditReceipt.create({
    data: { auditId, deviceId: options.deviceId, byUserId: options.userId, counts, hash },
    select: { id: true, receivedAt: true },
  });
  return { receiptId: id, at: receivedAt.toISOString(), counts, hash };
}
