import type { TenantDb } from '~/access/tenant-db.server';

/** In whose response files are kept, and by whom: a member in his organization, or a supplier without account in that of the supplier. */
export type FileHolder = {
  /** The organization that the files belong to. */
  organizationId: string;
  responseId: string;
  /** The person, or the device. */
  by: string;
  /** The person; absent for a device. */
  userId: string | undefined;
  /** The sections whose files he may touch: those that a colleague was given; none named for all. */
  sections: readonly string[];
  /** Whether it is a response of the member's own: its sensitive-case questions take no files. A requested response is the supplier's own. */
  isOwn: boolean;
  /** Runs in that organization, as the caller. */
  run: <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;
};

type Who = Pick<FileHolder, 'responseId' | 'sections' | 'by'>;

/** Which evidence a holder may read. */
export function readableBy({ responseId, sections }: Who) {
  return { responseId, ...(sections.length > 0 ? { section: { in: [...sections] } } : {}) };
}

/** Which evidence a holder may change: a colleague who was given some sections, only what he sent himself. */
export function changeableBy(who: Who) {
  return { ...readableBy(who), ...(who.sections.length > 0 ? { file: { uploadedById: who.by } } : {}) };
}

/** Which unfinished uploads are a holder's: a colleague's own, else all of the response. */
export function uploadsOf({ responseId, sections, by }: Who) {
  return { responseId, ...(sections.length > 0 ? { createdById: by } : {}) };
}
