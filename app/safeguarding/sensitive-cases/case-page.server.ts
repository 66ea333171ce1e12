import type { InOrganization } from '~/access/tenant-db.server';
import type { Due } from './fold-case';
import { isDone, nextStep } from './fold-case';
import { type CaseRead, caseReference, readCase } from './read-case.server';
import { noteRead } from './record-entry.server';
import { readVisits, type Visit } from './read-visits.server';
import { fewestAssigned, steps } from './vocabulary';

/** A deadline with the whole hours until then, negative when it has passed. */
export function termOf({ key, at, state, doneAt }: Due, now: Date) {
  return { key, at, state, doneAt, hours: Math.ceil((at.getTime() - now.getTime()) / 3_600_000) };
}

/** A case for its page, with the read recorded in its log; null for people who are not assigned. */
export async function readCasePage(
  member: { user: { id: string }; inOrganization: InOrganization },
  options: { caseId: string; now: Date },
) {
  const { user, inOrganization } = member;
  return inOrganization(async (db) => {
    const read = await readCase(db, options);
    if (!read) return null;
    const isNoted =
      read.fault === null &&
      (await noteRead(db, { ...options, caseId: read.row.id, userId: user.id, readAt: read.state.readAt.get(user.id) }));
    const now = (isNoted ? await readCase(db, options) : null) ?? read;
    const { subject } = now.state;
    const visits = subject ? await readVisits(db, { partyId: subject.partyId, openedAt: now.row.openedAt, userId: user.id }) : [];
    return pageOf(now, { userId: user.id, now: options.now, visits });
  });
}

function pageOf(read: CaseRead, { userId, now, visits }: { userId: string; now: Date; visits: readonly Visit[] }) {
  const { row, state, log, hashes, names, people, party, fault } = read;
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    id: row.id,
    reference: caseReference(row.id),
    status: row.erasedAt ? ('erased' as const) : row.status === 'closed' ? ('closed' as const) : ('open' as const),
    openedAt: row.openedAt,
    openedBy: nameOf(row.openedById),
    eraseOn: row.eraseOn,
    erasedAt: row.erasedAt,
    isHeld: row.isHeld,
    fault,
    count: log.length,
    subject: state.subject && {
      trigger: state.subject.trigger,
      account: state.subject.account,
      question: state.subject.question,
      responseId: state.subject.responseId,
    },
    party,
    isChild: state.isChild,
    outcome: state.outcome,
    releasedAt: state.releasedAt,
    authorities: state.authorities,
    next: nextStep(state),
    steps: steps.map((step) => ({
      step,
      isDone: isDone(state, step),
      recorded: recordedOf(state, step, nameOf),
    })),
    /** Audits of the same site, each with its result on the case. */
    visits: visits.map((visit) => {
      const seen = state.visits.get(visit.id);
      return { ...visit, seen: seen ? { outcome: seen.seen, note: seen.note } : null };
    }),
    /** Records on audits hidden from this reader: the log mentions them, so the page does too, without naming the audit. */
    otherVisits: [...state.visits].flatMap(([audit, { at, seen, note }]) =>
      visits.some(({ id }) => id === audit) ? [] : [{ at, outcome: seen, note }],
    ),
    dues: read.dues.map((due) => termOf(due, now)),
    people: people.map((person) => ({ ...person, isSelf: person.userId === userId })),
    /** Fewer people than a decision needs are able to act. */
    isShort: people.filter(({ endedAt, isAble }) => endedAt === null && isAble).length < fewestAssigned,
    assignable: read.assignable,
    decisions: read.decisions.map(({ id, item, proposedById, proposedAt, state: verdict, decidedById }) => ({
      id,
      kind: item,
      isOwn: proposedById === userId,
      proposedBy: nameOf(proposedById),
      proposedAt,
      verdict: verdict === 'open' ? null : verdict,
      decidedBy: nameOf(decidedById),
      proposal: proposalOf(state.proposals.get(id), nameOf, read),
    })),
    log: log
      .map((entry, index) => ({
        ...entry,
        by: nameOf(entry.actorId),
        isSoftware: entry.actorId === null,
        hash: (hashes[index] ?? '').slice(0, 12),
      }))
      .reverse(),
  };
}
export type CasePage = ReturnType<typeof pageOf>;

function recordedOf(state: CaseRead['state'], step: (typeof steps)[number], nameOf: (id: string | null) => string | null) {
  if (step === 'authorities' || step === 'track') return null;
  const recorded = state.recorded[step];
  return recorded ? { at: recorded.at, by: nameOf(recorded.actorId), values: recorded.values } : null;
}

function proposalOf(
  proposal: ReturnType<CaseRead['state']['proposals']['get']>,
  nameOf: (id: string | null) => string | null,
  read: CaseRead,
) {
  if (!proposal) return null;
  const { reason, tell, person, outcome, override } = proposal;
  const name = person ? (nameOf(person) ?? read.assignable.find(({ userId }) => userId === person)?.name ?? null) : null;
  return { reason, tell: tell ?? null, outcome: outcome ?? null, override: override ?? null, person: name };
}
