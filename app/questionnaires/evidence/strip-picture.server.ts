import sharp from 'sharp';
import { evidenceLimits } from './limits';

sharp.concurrency(1);

const options = { limitInputPixels: evidenceLimits.pixels, failOn: 'error' as const };

/**
 * Draws a picture again, upright, without what the camera wrote into it (place, device, time, thumbnail): a photo may give a worker away.
 * False when it cannot be read, or holds more pixels than the limit.
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

/** Whether a picture holds something beside what is seen in it (EXIF, XMP, IPTC, comments). True when it cannot be read. */
export async function tellsOfCamera(path: string): Promise<boolean> {
  return sharp(path, options)
    .metadata()
    .then(
      ({ exif, xmp, iptc, comments }) => Boolean(exif || xmp || iptc || comments?.length),
      () => true,
    );
}
