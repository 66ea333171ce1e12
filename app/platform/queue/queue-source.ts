import type { Permission, Role } from '~/access/permissions';
import type { Sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { IconName } from '~/ui/icon';

/** Whose queue, and up to which due date (ISO days). */
export type QueueReader = { userId: string; organizationId: string; role: Role; today: string; until: string; now: Date };

/** One task as its source finds it. */
export type QueueRow = {
  /** Unique within its kind. */
  id: string;
  /** The party or deal it is about. */
  subject: string;
  /** What else tells it apart: a number, the text of an action; or empty. */
  detail: string;
  /** Below the address of the organization, without a leading slash; with one, an address of the installation. */
  path: string;
  /** ISO day; null where the task has no deadline. */
  dueOn: string | null;
  /** Assigned to the reader, not only to the organization. */
  isMine: boolean;
  /** Due within a day, or past it, while people may be harmed: before everything else. */
  isUrgent?: boolean;
};

type Source = {
  icon: IconName;
  /** Who does this work: other roles never see the kind, not even its number. */
  permission: Permission;
  /** Verb and object, in the reader's language. */
  label: () => string;
  /** Puts the detail that SQL found into the reader's language. */
  detail?: (raw: string) => string;
  /** Two and more tasks of the kind are shown as one, which leads to this path. */
  grouped?: { label: (count: number, parties: number) => string; path: string };
  /** Of tasks without different due dates, which comes first: an expression over the columns of `rows`, one of which may serve this alone. */
  order?: Sql;
  /** Before other tasks of its day: people may be harmed while it waits. */
  comesFirst?: boolean;
  /** Never part of an exported file, which may be passed on. */
  isConfidential?: boolean;
};

/**
 * A kind of task. `rows`: a SELECT of the columns of `QueueRow` that is not sorted or limited; all such sources are one query. `read`: for what SQL alone
 * cannot find, the earliest first; its number of queries must not depend on the number of tasks.
 */
export type QueueSource = Source &
  ({ rows: (reader: QueueReader) => Sql } | { read: (db: TenantDb, reader: QueueReader) => Promise<QueueRow[]> });

/** One line of a queue. `count` is more than 1 for tasks shown as one; `subjects` are then the first of them, each once. */
export type QueueItem = {
  kind: string;
  id: string;
  icon: IconName;
  label: string;
  subjects: string[];
  detail: string;
  path: string;
  dueOn: string | null;
  isOverdue: boolean;
  isMine: boolean;
  isUrgent: boolean;
  comesFirst: boolean;
  count: number;
  /** How many parties or deals its tasks are about. */
  parties: number;
};

/** How many tasks of a kind there are, shown or not. */
export type QueueKind = { kind: string; label: string; icon: IconName; total: number; overdue: number; mine: number };
/** `mine`: of the total, those assigned to the reader. */
export type Queue = { items: QueueItem[]; kinds: QueueKind[]; total: number; overdue: number; mine: number };
