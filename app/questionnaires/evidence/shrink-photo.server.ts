import sharp from 'sharp';
import { evidenceLimits } from './limits';

/** Longest side in pixels of a photo in a report. */
const longestSide = 1200;

/** Draws a photo as reports embed it: upright, small, without what a camera wrote into it. False where it cannot be read. Runs in a reader process. */
export async function shrinkPhoto(from: string, to: string): Promise<boolean> {
  return sharp(from, { limitInputPixels: evidenceLimits.pixels, failOn: 'error' })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 80 })
    .toFile(to)
    .then(
      () => true,
      () => false,
    );
}
