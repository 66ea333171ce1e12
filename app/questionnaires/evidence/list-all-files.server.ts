import type { TenantDb } from '~/access/tenant-db.server';
import { readShared } from '~/questionnaires/responses/read-shared.server';
import { mayOpen } from './list-evidence.server';

/** A file of a response as its list shows it. `access`: open to the reader; held back for its check; infected; or sealed: its audience leaves the reader out, who learns its hash and no name. */
export type ListedRow = {
  id: string;
  /** original | redacted */
  variant: string;
  question: string;
  fileName: string | null;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  validUntil: string | null;
  isExpired: boolean;
  access: 'open' | 'held' | 'infected' | 'sealed';
  /** Whether there is a small picture of it that the reader may see. */
  hasPreview: boolean;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/**
 * All files of a response, by question: an organization's own, or those behind the answers that a supplier shares with it. Null when there is
 * no such response. At most four queries.
 */
export async function listAllFiles(
  db: TenantDb,
  options: { responseId: string; now: Date },
): Promise<{ supplier: string; files: ListedRow[] } | null> {
  const { responseId, now } = options;
  if (!uuid.test(responseId)) return null;
  const response = await db.questionnaireResponse.findFirst({
    where: { id: responseId },
    select: {
      party: { select: { name: true } },
      request: { select: { responseId: true } },
      attached: { select: { responseId: true } },
    },
  });
  if (!response) return null;
  const origin = await originOf(db, responseId);
  const isShared = response.request !== null || response.attached !== null;
  const rows = origin ? await sharedRows(db, origin) : isShared ? [] : await ownRows(db, responseId);
  return { supplier: response.party.name, files: arrange(rows, now) };
}

/** The snapshot behind a response's answers: of the answered request, or of attached shared access. Null for a member's own. */
export async function originOf(db: TenantDb, responseId: string): Promise<Origin | null> {
  if (!uuid.test(responseId)) return null;
  const request = await db.questionnaireRequest.findFirst({
    where: { responseId },
    select: { supplierOrganizationId: true, snapshotId: true },
  });
  if (request) return request.snapshotId ? { granterOrganizationId: request.supplierOrganizationId, snapshotId: request.snapshotId } : null;
  return db.attachedResponse.findFirst({
    where: { responseId, detachedAt: null },
    select: { granterOrganizationId: true, snapshotId: true },
  });
}
export type Origin = { granterOrganizationId: string; snapshotId: string };

/** The files that a snapshot lists, as its recipient may know them: none once it is revoked or has expired. */
export async function listSnapshotFiles(db: TenantDb, origin: Origin, now: Date): Promise<ListedRow[]> {
  return arrange(await sharedRows(db, origin), now);
}

function arrange(rows: readonly Row[], now: Date): ListedRow[] {
  const today = now.toISOString().slice(0, 10);
  return rows
    .map((row) => ({ ...row, isExpired: row.validUntil !== null && row.validUntil < today }))
    .sort((a, b) => compare(a.question, b.question) || compare(a.id, b.id) || compare(a.variant, b.variant));
}

const collator = new Intl.Collator('en', { numeric: true });
const compare = (a: string, b: string) => collator.compare(a, b);

type Row = Omit<ListedRow, 'isExpired'>;

async function ownRows(db: TenantDb, responseId: string): Promise<Row[]> {
  const columns = { fileName: true, mediaType: true, sizeBytes: true, sha256: true, scan: true, hasPreview: true } as const;
  const evidence = await db.evidence.findMany({
    where: { responseId, removedAt: null },
    select: { id: true, question: true, validUntil: true, file: { select: columns }, redactedFile: { select: columns } },
  });
  return evidence.flatMap(({ id, question, validUntil, file, redactedFile }) =>
    [{ variant: 'original', file }, ...(redactedFile ? [{ variant: 'redacted', file: redactedFile }] : [])].map(
      ({ variant, file: { scan, hasPreview, ...shown } }) => ({
        id,
        question,
        variant,
        ...shown,
        validUntil: validUntil?.toISOString().slice(0, 10) ?? null,
        hasPreview: hasPreview && mayOpen({ scan }),
        access: scan === 'infected' ? ('infected' as const) : mayOpen({ scan }) ? ('open' as const) : ('held' as const),
      }),
    ),
  );
}

/** The content of a snapshot, for its recipient; undefined once it is revoked or has expired. Two queries. */
export async function readOrigin(db: TenantDb, { granterOrganizationId, snapshotId }: Origin) {
  const one = 'one';
  const wanted = [{ responseId: one, supplierOrganizationId: granterOrganizationId, snapshotId }];
  return (await readShared(db, wanted)).get(one);
}

async function sharedRows(db: TenantDb, origin: Origin): Promise<Row[]> {
  const shared = await readOrigin(db, origin);
  if (!shared) return [];
  const listed = new Map(shared.listed.map((file) => [file.id, file]));
  const opened = shared.opened.map(({ evidenceId, scan: _, ...file }) => ({
    id: evidenceId,
    ...file,
    validUntil: listed.get(evidenceId)?.validUntil ?? null,
    access: 'open' as const,
  }));
  const open = new Set(opened.flatMap(({ id, variant }) => (variant === 'original' ? [id] : [])));
  const sealed = shared.listed
    .filter(({ id }) => !open.has(id))
    .map((file) => ({ ...file, variant: 'original', fileName: null, hasPreview: false, access: 'sealed' as const }));
  return [...opened, ...sealed];
}
