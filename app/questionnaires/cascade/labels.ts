import { m } from '~/paraglide/messages';
import type { ChainStatement, NamedKind } from './states';

const kinds = { subcontractor: m.cascade_kind_subcontractor, 'labour-recruiter': m.cascade_kind_labour_recruiter } satisfies Record<
  NamedKind,
  () => string
>;
const knownKinds: Readonly<Record<string, () => string>> = kinds;
export const namedKindLabel = (kind: string): string => knownKinds[kind]?.() ?? kind;

const statements = {
  all: m.cascade_statement_all,
  some: m.cascade_statement_some,
  none: m.cascade_statement_none,
  unknown: m.cascade_statement_unknown,
  withheld: m.cascade_statement_withheld,
} satisfies Record<ChainStatement, () => string>;
const knownStatements: Readonly<Record<string, () => string>> = statements;
export const statementLabel = (statement: string): string => knownStatements[statement]?.() ?? statement;

const statuses: Readonly<Record<string, () => string>> = {
  invited: m.cascade_status_asked,
  bounced: m.cascade_status_bounced,
  opened: m.cascade_status_opened,
  started: m.cascade_status_started,
  submitted: m.cascade_status_submitted,
  refused: m.cascade_status_refused,
};
/** How far a party is to whom the questions were passed on; null when they were not. */
export const passedStatusLabel = (status: string | null): string =>
  status === null ? m.cascade_status_named() : (statuses[status]?.() ?? status);
