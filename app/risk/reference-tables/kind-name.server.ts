import { isWrittenKind, type OwnTableKind, tableTitle } from '#scoring';
import { getLocale } from '~/paraglide/runtime';
import { ownTableName } from './remark-labels';

/** The name of a kind of table that an organization can load. */
export const kindName = (kind: OwnTableKind): string => (isWrittenKind(kind) ? ownTableName(kind) : tableTitle(kind, getLocale()));
