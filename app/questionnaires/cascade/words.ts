import { m } from '~/paraglide/messages';
import type { ChainStatement, NamedKind } from './states';

const kinds = { subcontractor: m.passing_kind_subcontractor, 'labour-provider': m.passing_kind_labour_provider } satisfies Record<
  NamedKind,
  () => string
>;
const knownKinds: Readonly<Record<string, () => string>> = kinds;
export const namedKindWord = (kind: string): string => knownKinds[kind]?.() ?? kind;

const statements = {
  all: m.passing_statement_all,
  some: m.passing_statement_some,
  none: m.passing_statement_none,
  unknown: m.passing_statement_unknown,
  withheld: m.passing_statement_withheld,
} satisfies Record<ChainStatement, () => string>;
const knownStatements: Readonly<Record<string, () => string>> = statements;
export const statementWord = (statement: string): string => knownStatements[statement]?.() ?? statement;

const statuses: Readonly<Record<string, () => string>> = {
  invited: m.passing_status_asked,
  bounced: m.passing_status_bounced,
  opened: m.passing_status_opened,
  started: m.passing_status_started,
  submitted: m.passing_status_submitted,
  refused: m.passing_status_refused,
};
/** How far a party is to whom the questions were passed on; null when they were not. */
export const passedStatusWord = (status: string | null): string =>
  status === null ? m.passing_status_named() : (statuses[status]?.() ?? status);
