import sharp from 'sharp';
import { evidenceLimits } from './limits';

sharp.concurrency(1);

const options = { limitInputPixels: evidenceLimits.pixels, failOn: 'error' as const };

/**
 * Redraws a picture upright and without camera metadata (place, device, time, thumbnail): a photo may identify a worker. False when it cannot be decoded, or
 * has more pixels than the limit.
 */
export async function stripPicture(from: string, to: string, mediaType: string): Promise<boolean> {
  const picture = sharp(from, options).autoOrient();
  const encoded =
    mediaType === 'image/png'
      ? picture.png()
      : mediaType === 'image/webp'
        ? picture.webp({ quality: 92 })
        : picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
  return encoded.toFile(to).then(
    () => true,
    () => false,
  );
}

/** Whether a picture has metadata (EXIF, XMP, IPTC, comments). True when it cannot be decoded. */
export async function hasCameraMetadata(path: string): Promise<boolean> {
  return sharp(path, options)
    .metadata()
    .then(
      ({ exif, xmp, iptc, comments }) => Boolean(exif || xmp || iptc || comments?.length),
      () => true,
    );
}
