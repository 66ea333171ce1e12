import sharp from 'sharp';
import { inspectFile } from '~/questionnaires/evidence/inspect-file.server';
import { type PhotoRefusal, type PhotoType, photoLimits, photoTypes } from './photo-limits';

/** What is wrong with a photo that a device sent; null when nothing is. Runs in a reader process. */
export async function inspectPhoto(path: string, declared: PhotoType): Promise<PhotoRefusal | null> {
  const inspected = await inspectFile({ path, fileName: `photo.${photoTypes[declared]}`, declaredType: declared });
  if (inspected.kind === 'refused' || inspected.mediaType !== declared) return 'no-photo';
  const picture = sharp(path, { failOn: 'error', limitInputPixels: false });
  const found = await picture.metadata().catch(() => null);
  if (!found) return 'no-photo';
  if (found.width * found.height > photoLimits.pixels) return 'too-many-pixels';
  if (found.exif || found.xmp || found.iptc || found.comments?.length) return 'has-metadata';
  const isWhole = await picture.stats().then(
    () => true,
    () => false,
  );
  return isWhole ? null : 'no-photo';
}
