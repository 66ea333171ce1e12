import sharp from 'sharp';
import { evidenceLimits } from './limits';

/** Longest side in pixels. */
const sides = { thumbnail: 320, preview: 1600 } as const;

/** A small and a medium WebP of a picture, upright and without camera metadata; null where it cannot be decoded, or has too many pixels. */
export async function drawPreviews(path: string): Promise<{ thumbnail: Buffer; preview: Buffer } | null> {
  const draw = (side: number) =>
    sharp(path, { limitInputPixels: evidenceLimits.pixels, failOn: 'error' })
      .autoOrient()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 80 })
      .toBuffer();
  try {
    return { thumbnail: await draw(sides.thumbnail), preview: await draw(sides.preview) };
  } catch {
    return null;
  }
}
