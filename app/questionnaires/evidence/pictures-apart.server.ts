import { z } from 'zod';
import { type ReadRefusal, readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import type { ReadKind } from '~/platform/parser/reader-messages';
import type { Inspected } from './inspect-file.server';
import { type EvidenceRefusal, evidenceRefusals } from './limits';
import type { Place } from './place';

const inspectedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted'), mediaType: z.string() }),
  z.object({ kind: z.literal('refused'), code: z.enum(evidenceRefusals) }),
]);

const refusals: Partial<Record<ReadRefusal, EvidenceRefusal>> = {
  inflates: 'file-inflates',
  'too-many-entries': 'file-inflates',
  busy: 'file-busy',
};

/** The readers have too much to do: what is asked for may be had in a minute. */
export class PicturesBusy extends Error {}

/** `inspectFile` in a reader process. */
export async function inspectFileApart(
  file: { path: string; fileName: string; declaredType: string },
  { owner }: { owner: string },
): Promise<Inspected> {
  const { path, ...options } = file;
  const job = { kind: 'inspect-document', owner, options, limits: readLimits.document, answer: inspectedSchema } as const;
  const read = await readApart('picture', { path }, job);
  return read.ok ? read.value : { kind: 'refused', code: refusals[read.refusal] ?? 'file-broken' };
}

/** Whether a reader process did something with a picture; false where it cannot be read. @throws PicturesBusy */
async function drawApart(kind: ReadKind, path: string, { owner, options }: { owner: string; options?: unknown }): Promise<boolean> {
  const read = await readApart('picture', { path }, { kind, owner, options, limits: readLimits.picture, answer: z.boolean() });
  if (!read.ok && read.refusal === 'busy') throw new PicturesBusy('pictures are being drawn');
  return read.ok && read.value;
}

/** `stripPicture` in a reader process. */
export const stripPictureApart = (from: string, to: string, options: { mediaType: string; owner: string }): Promise<boolean> =>
  drawApart('strip-picture', from, { owner: options.owner, options: { to, mediaType: options.mediaType } });

/** `tellsOfCamera` in a reader process; true where it cannot be read. */
export async function hasCameraMetadataApart(path: string, { owner }: { owner: string }): Promise<boolean> {
  const read = await readApart('picture', { path }, { kind: 'camera-data', owner, limits: readLimits.picture, answer: z.boolean() });
  return !read.ok || read.value;
}

/** `drawBlack` in a reader process. */
export const drawBlackApart = (from: string, to: string, options: { places: readonly Place[]; owner: string }): Promise<boolean> =>
  drawApart('cover-picture', from, { owner: options.owner, options: { to, places: options.places } });

/** `drawPreviews` in a reader process, into two files. */
export const drawPreviewsApart = (
  from: string,
  to: { thumbnail: string; preview: string },
  { owner }: { owner: string },
): Promise<boolean> => drawApart('draw-previews', from, { owner, options: to });

/** `shrinkPhoto` in a reader process. */
export const shrinkPhotoApart = (from: string, to: string, { owner }: { owner: string }): Promise<boolean> =>
  drawApart('shrink-photo', from, { owner, options: { to } });
