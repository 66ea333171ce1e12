import type { Readable } from 'node:stream';
import { environment } from '~/env.server';
import { diskStore } from './disk-store.server';

export type StoredBlob = { key: string; sizeBytes: number; changedAt: Date };

/** Where bytes lie: a folder, or a bucket. Keys are words parted by `/`; every one names its organization second: `files/<organization>/…`. */
export type BlobStore = {
  /** Stores a file of this machine (or bytes) under a key, whole or not at all; what was there is replaced. */
  write: (key: string, from: { path: string } | { bytes: Uint8Array }) => Promise<void>;
  /** The bytes as they come; null when there are none under the key. */
  read: (key: string) => Promise<Readable | null>;
  /** Size in bytes; null when there is nothing under the key. */
  size: (key: string) => Promise<number | null>;
  /** Removes it; nothing happens when it is not there. */
  remove: (key: string) => Promise<void>;
  /** All blobs whose key begins with `prefix`, which ends with `/`. */
  list: (prefix: string) => AsyncIterable<StoredBlob>;
};

let store: Promise<BlobStore> | undefined;

/** The store that the environment names: a bucket where S3_BUCKET is set, else the folder DATA_DIR. */
export function blobStore(): Promise<BlobStore> {
  store ??= open();
  return store;
}

async function open(): Promise<BlobStore> {
  const settings = environment();
  if (settings.S3_BUCKET === undefined) return diskStore(settings.DATA_DIR);
  const { s3Store } = await import('./s3-store.server');
  return s3Store({
    bucket: settings.S3_BUCKET,
    endpoint: settings.S3_ENDPOINT,
    region: settings.S3_REGION,
    accessKeyId: settings.S3_ACCESS_KEY_ID,
    secretAccessKey: settings.S3_SECRET_ACCESS_KEY,
  });
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
const hexHash = /^[0-9a-f]{64}$/;

function checked(organizationId: string, sha256: string): void {
  if (!uuid.test(organizationId) || !hexHash.test(sha256)) throw new Error('Not a file key');
}

/** Where an organization's file with this SHA-256 lies. Refuses anything that is not a uuid and a hash, so that no name can leave the folder. */
export function keyOfFile(organizationId: string, sha256: string): string {
  checked(organizationId, sha256);
  return `files/${organizationId}/${sha256.slice(0, 2)}/${sha256}`;
}

export type PreviewSize = 'thumbnail' | 'preview';

/** Where the small or the middling picture of a file lies. */
export function keyOfPreview(organizationId: string, sha256: string, size: PreviewSize): string {
  checked(organizationId, sha256);
  return `${size}s/${organizationId}/${sha256}`;
}

/** Where a file lies in which a virus was found: kept for those who must look into it, opened by no page. */
export function keyOfQuarantined(organizationId: string, sha256: string): string {
  checked(organizationId, sha256);
  return `quarantine/${organizationId}/${sha256}`;
}

/** Where the parts of an unfinished upload lie; with `offset`, the part that begins there. Parts sort by their offset. */
export function keyOfPart(organizationId: string, uploadId: string, offset?: number): string {
  if (!uuid.test(organizationId) || !uuid.test(uploadId)) throw new Error('Not an upload');
  return `uploads/${organizationId}/${uploadId}/${offset === undefined ? '' : String(offset).padStart(12, '0')}`;
}
