import type { EvidenceGrade, FindingGrade, OverrideCode } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';

/** What use cases announce in their own transaction, and what each event carries. */
export type Events = {
  /** Something that the score of these suppliers is computed from has changed. `asOf`: ISO day. */
  'score-inputs.changed': { partyIds: readonly string[]; asOf: string; userId?: string | undefined };
  /** Answers were submitted, and these call for a finding each. `userId`: the member who submitted; left out when the supplier did. */
  'response.received': {
    partyId: string;
    responseId: string;
    findings: readonly {
      question: string;
      grade: FindingGrade;
      indicator?: string | undefined;
      text: string;
      evidenceGrade: EvidenceGrade;
    }[];
    userId?: string | undefined;
  };
  /** Submitted answers count in the organization that assesses: findings are raised, and the score is made again. */
  'response.taken-in': { responseId: string };
  /** Dates or team of an audit were changed, or it was cancelled. */
  'audit.plan-changed': { auditId: string };
  /** An audit is being approved, and the approver lets its indicators count (R7, O2). `since`: ISO day. `reading`: the lower reading of the indicators. */
  'audit.indicators-counted': {
    auditId: string;
    partyId: string;
    code: OverrideCode;
    evidence: EvidenceGrade;
    since: string;
    reading: string;
    userId: string;
  };
};

/** What a lower district asks of a higher one within its own transaction: what each query takes, and what it answers. Nothing is written. */
export type Queries = {
  /** The ids of the findings to act on first (R9), the most urgent first. `asOf`: ISO day. */
  'findings.prioritized': { input: { asOf: string }; answer: string[] };
  /** The score that the method gives a supplier from what is known now, without storing it; null where it is not scored. `asOf`: ISO day. */
  'score.computed': {
    input: { partyId: string; asOf: string };
    answer: { score: number; low: number; high: number; band: string } | null;
  };
};

type EventHandler<Name extends keyof Events> = (db: TenantDb, payload: Events[Name]) => Promise<unknown>;
type QueryHandler<Name extends keyof Queries> = (db: TenantDb, input: Queries[Name]['input']) => Promise<Queries[Name]['answer']>;

const handlers = new Map<string, EventHandler<never> | QueryHandler<never>>();

function register(kind: 'event' | 'query', name: string, handler: EventHandler<never> | QueryHandler<never>): void {
  if (handlers.has(name)) throw new Error(`the ${kind} ${name} has two handlers`);
  handlers.set(name, handler);
}

function handlerOf(kind: 'event' | 'query', name: string): EventHandler<never> | QueryHandler<never> {
  const handler = handlers.get(name);
  if (!handler) throw new Error(`the ${kind} ${name} has no handler: app/registrations.server.ts was not imported`);
  return handler;
}

/** Registers the one handler of an event. Throws where another module already handles it. */
export function handleEvent<Name extends keyof Events>(name: Name, handler: EventHandler<Name>): void {
  register('event', name, handler);
}

/** Registers the one handler of a query. Throws where another module already answers it. */
export function handleQuery<Name extends keyof Queries>(name: Name, handler: QueryHandler<Name>): void {
  register('query', name, handler);
}

/** Runs the handler of an event in the caller's transaction: both take effect, or neither. Throws where no handler is registered. */
export async function publish<Name extends keyof Events>(db: TenantDb, name: Name, payload: Events[Name]): Promise<void> {
  await (handlerOf('event', name) as EventHandler<Name>)(db, payload);
}

/** The answer of a query's handler, which reads in the caller's transaction. Throws where no handler is registered. */
export async function query<Name extends keyof Queries>(
  db: TenantDb,
  name: Name,
  input: Queries[Name]['input'],
): Promise<Queries[Name]['answer']> {
  return (handlerOf('query', name) as QueryHandler<Name>)(db, input);
}
