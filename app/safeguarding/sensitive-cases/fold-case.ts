import type { CaseSubject, EntryContent, Proposal, StepEntry, StepOf } from './schema';
import {
  type CaseOutcome,
  type CaseStep,
  type ContactKey,
  type DueKey,
  dueHours,
  isOfChild,
  type RecordedStep,
  steps,
  type VisitOutcome,
} from './vocabulary';

/** One log entry for assigned people; `content` is null where it has none or was erased. */
export type LogEntry = {
  seq: number;
  at: Date;
  actorId: string | null;
} & (
  | { [Kind in keyof EntryContent]: { kind: Kind; content: EntryContent[Kind] | null } }[keyof EntryContent]
  | { kind: 'read' | 'export' | 'erase'; content: null }
);

export type CaseState = {
  /** Null once the texts were erased. */
  subject: CaseSubject | null;
  isChild: boolean;
  recorded: { [Step in RecordedStep]?: { at: Date; actorId: string | null; values: StepOf<Step> } };
  authorities: { at: Date; tell: 'tell' | 'not-tell' } | null;
  releasedAt: Date | null;
  outcome: CaseOutcome | null;
  closedAt: Date | null;
  isHeld: boolean;
  contacts: { [Key in ContactKey]?: Date };
  /** Results of site visits, by audit. */
  visits: ReadonlyMap<string, { at: Date; seen: VisitOutcome; note: string }>;
  /** Reminders sent so far: "authorities:soon", "days-30:over". */
  reminded: ReadonlySet<string>;
  /** When each person last read it. */
  readAt: ReadonlyMap<string, Date>;
  proposals: ReadonlyMap<string, Proposal>;
};

/** The state of a case, from its log entries. Later entries of a step correct earlier ones. */
export function foldCase(log: readonly LogEntry[]): CaseState {
  const proposals = new Map<string, Proposal>();
  const visits = new Map<string, { at: Date; seen: VisitOutcome; note: string }>();
  const reminded = new Set<string>();
  const readAt = new Map<string, Date>();
  const state: CaseState = {
    subject: null,
    isChild: false,
    recorded: {},
    authorities: null,
    releasedAt: null,
    outcome: null,
    closedAt: null,
    isHeld: false,
    contacts: {},
    visits,
    reminded,
    readAt,
    proposals,
  };
  for (const entry of log) {
    const { at, actorId } = entry;
    if (entry.kind === 'read' && actorId) readAt.set(actorId, at);
    if (entry.content === null) continue;
    switch (entry.kind) {
      case 'open':
        state.subject = entry.content;
        state.isChild = isOfChild(entry.content.trigger);
        break;
      case 'step':
        keepStep(state, { at, actorId, values: entry.content });
        break;
      case 'contact':
        state.contacts[entry.content.contact] = at;
        break;
      case 'visit':
        visits.set(entry.content.audit, { at, seen: entry.content.seen, note: entry.content.note });
        break;
      case 'propose':
        proposals.set(entry.content.decisionId, entry.content);
        break;
      case 'decide':
        if (entry.content.verdict === 'approved') applyDecision(state, { at, proposal: proposals.get(entry.content.decisionId) });
        break;
      case 'reminder':
        for (const mark of entry.content.marks) reminded.add(mark);
        break;
    }
  }
  return state;
}

function keepStep(state: CaseState, { at, actorId, values }: { at: Date; actorId: string | null; values: StepEntry }): void {
  state.recorded = { ...state.recorded, [values.step]: { at, actorId, values } };
}

function applyDecision(state: CaseState, { at, proposal }: { at: Date; proposal: Proposal | undefined }): void {
  if (proposal?.kind === 'authorities') state.authorities = { at, tell: proposal.tell ?? 'not-tell' };
  if (proposal?.kind === 'release') state.releasedAt = at;
  if (proposal?.kind === 'close') Object.assign(state, { outcome: proposal.outcome ?? null, closedAt: at });
  if (proposal?.kind === 'reopen') Object.assign(state, { outcome: null, closedAt: null });
  if (proposal?.kind === 'hold') state.isHeld = true;
  if (proposal?.kind === 'end-hold') state.isHeld = false;
}

/** Whether a step is done. */
export function isDone(state: CaseState, step: CaseStep): boolean {
  if (step === 'authorities') return state.authorities !== null;
  if (step === 'track') return state.contacts['days-365'] !== undefined;
  return state.recorded[step] !== undefined;
}

/** The first step that is not done. */
export function nextStep(state: CaseState): CaseStep {
  return steps.find((step) => !isDone(state, step)) ?? 'track';
}

export type Due = { key: DueKey; at: Date; state: 'done' | 'ahead' | 'over'; doneAt: Date | null };

/** Everything with a deadline, in order; `over`: not done by its deadline. */
export function duesOf(state: CaseState, { openedAt, now }: { openedAt: Date; now: Date }): Due[] {
  return dueKeys
    .map((key): Due => {
      const at = new Date(openedAt.getTime() + dueHours[key] * 3_600_000);
      const doneAt = (key === 'authorities' ? state.authorities?.at : state.contacts[key]) ?? null;
      return { key, at, doneAt, state: doneAt ? 'done' : at <= now ? 'over' : 'ahead' };
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}
const dueKeys: readonly DueKey[] = ['authorities', 'hours-72', 'weeks-2', 'days-30', 'weeks-6', 'days-90', 'days-180', 'days-365'];

/** How long before its deadline a reminder is sent: half a day for deadlines in hours, otherwise three days. */
const noticeHours = (key: DueKey) => (dueHours[key] <= 72 ? 12 : 72);

/** The reminders to send now: one before each deadline and one after it. */
export function reminderMarks(state: CaseState, { openedAt, now }: { openedAt: Date; now: Date }): string[] {
  return duesOf(state, { openedAt, now }).flatMap(({ key, at, state: status }) => {
    if (status === 'done') return [];
    const isSoon = at.getTime() - now.getTime() <= noticeHours(key) * 3_600_000;
    const mark = status === 'over' ? `${key}:over` : isSoon ? `${key}:soon` : null;
    return mark && !state.reminded.has(mark) ? [mark] : [];
  });
}
