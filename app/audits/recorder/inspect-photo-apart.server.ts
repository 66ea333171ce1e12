import { z } from 'zod';
import { PicturesBusy } from '~/questionnaires/evidence/pictures-apart.server';
import { readLimits } from '~/platform/parser/limits';
import { readApart } from '~/platform/parser/read-apart.server';
import { type PhotoRefusal, type PhotoType, photoRefusals } from './photo-limits';

/** `inspectPhoto` in a reader process. @throws PicturesBusy: the device sends the photo again later */
export async function inspectPhotoApart(
  path: string,
  { declared, owner }: { declared: PhotoType; owner: string },
): Promise<PhotoRefusal | null> {
  const answer = z.enum(photoRefusals).nullable();
  const job = { kind: 'inspect-photo', owner, options: { declared }, limits: readLimits.picture, answer } as const;
  const read = await readApart('picture', { path }, job);
  if (read.ok) return read.value;
  if (read.refusal === 'busy') throw new PicturesBusy('pictures are being drawn');
  return 'no-photo';
}
