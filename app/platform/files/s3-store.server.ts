import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BlobStore } from './blob-store.server';

type Bucket = {
  bucket: string;
  /** Absent: Amazon's own. */
  endpoint?: string | undefined;
  region: string;
  /** Absent: as the SDK finds them (environment, instance, profile). */
  accessKeyId?: string | undefined;
  secretAccessKey?: string | undefined;
};

/**
 * Blobs as objects of a bucket. Checksums are sent only where the service demands them: several compatible ones store the frames of a
 * checksummed stream as content and answer 200.
 */
export function s3Store({ bucket: Bucket, endpoint, region, accessKeyId, secretAccessKey }: Bucket): BlobStore {
  const client = new S3Client({
    region,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  });
  const orNull = (error: unknown) => {
    if (error instanceof NoSuchKey || error instanceof NotFound) return null;
    throw error;
  };
  return {
    async write(Key, from) {
      const body =
        'path' in from
          ? { Body: createReadStream(from.path), ContentLength: (await stat(from.path)).size }
          : { Body: from.bytes, ContentLength: from.bytes.byteLength };
      await client.send(new PutObjectCommand({ Bucket, Key, ...body, ContentType: 'application/octet-stream' }));
    },
    async read(Key) {
      const found = await client.send(new GetObjectCommand({ Bucket, Key })).catch(orNull);
      return found?.Body instanceof Readable ? found.Body : null;
    },
    async size(Key) {
      const found = await client.send(new HeadObjectCommand({ Bucket, Key })).catch(orNull);
      return found?.ContentLength ?? null;
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    async *list(Prefix) {
      for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix }))
        for (const { Key, Size, LastModified } of page.Contents ?? [])
          if (Key !== undefined) yield { key: Key, sizeBytes: Size ?? 0, changedAt: LastModified ?? new Date(0) };
    },
  };
}
