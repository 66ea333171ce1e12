import { type OwnTableKind, ownTableKinds, referenceAt, tablesOfKind } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type Format, formatOf } from './formats';
import { kindName } from './kind-name.server';
import { editionState, type EditionState } from './states';

export type ListedEdition = {
  id: string;
  kind: string;
  kindName: string;
  title: string;
  producer: string;
  publishedOn: string | null;
  readRows: number;
  refusedRows: number;
  createdAt: Date;
  createdBy: string | null;
  state: EditionState;
};
export type KindShown = {
  kind: OwnTableKind;
  name: string;
  moves: Format['moves'];
  /** Null where no table is released: its licence does not let us pass it on. */
  released: { table: string; vintage: string; title: string; publishedOn: string | null } | null;
  inForce: Pick<ListedEdition, 'id' | 'title'> | null;
};

/** Every kind of table that can be loaded, with what is released on a day and what of one's own is in force, and all own editions, the newest first. Two queries. */
export async function readEditions(db: TenantDb, today: string): Promise<{ kinds: KindShown[]; editions: ListedEdition[] }> {
  const rows = await db.referenceTableEdition.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: {
      ...{ id: true, kind: true, title: true, producer: true, publishedOn: true, readRows: true, refusedRows: true },
      ...{ createdAt: true, createdById: true, confirmedAt: true, withdrawnAt: true },
    },
  });
  const people = await namePeople(
    db,
    rows.map(({ createdById }) => createdById),
  );
  const editions = rows.map(({ confirmedAt, withdrawnAt, createdById, ...row }) => ({
    ...row,
    kindName: nameOf(row.kind),
    createdBy: people.get(createdById) ?? null,
    state: editionState({ ...row, confirmedAt, withdrawnAt }, rows),
  }));
  return {
    kinds: ownTableKinds.map((kind) => ({
      kind,
      name: kindName(kind),
      moves: formatOf(kind).moves,
      released: releasedOf(kind, today),
      inForce: editions.find((edition) => edition.kind === kind && edition.state.code === 'in-force') ?? null,
    })),
    editions,
  };
}

/** The name of a stored kind; the kind itself where no table is loaded as it any more. */
function nameOf(stored: string): string {
  const kind = ownTableKinds.find((each) => each === stored);
  return kind ? kindName(kind) : stored;
}

/** The released table that an edition of this kind overrides; of several the first. */
export function releasedOf(kind: OwnTableKind, asOf: string): KindShown['released'] {
  const [table] = tablesOfKind(kind);
  if (table === 'slavery-index') return null;
  const { vintage, origin } = referenceAt(table, asOf);
  return { table, vintage, title: origin.title, publishedOn: origin.datePublished };
}
