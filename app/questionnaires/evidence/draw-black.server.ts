import sharp from 'sharp';
import { evidenceLimits } from './limits';
import type { Place } from './place';

/** Draws black over places of a picture; false where the picture cannot be read. Runs in a reader process. */
export async function drawBlack(from: string, to: string, places: readonly Place[]): Promise<boolean> {
  try {
    const picture = sharp(from, { limitInputPixels: evidenceLimits.pixels, failOn: 'error' }).autoOrient();
    const { autoOrient, format } = await picture.metadata();
    const across = (percent: number, whole: number) => Math.min(whole, Math.max(0, Math.round((percent / 100) * whole)));
    const covers = places.flatMap((place) => {
      const [left, top] = [across(place.x, autoOrient.width), across(place.y, autoOrient.height)];
      const right = across(place.x + place.width, autoOrient.width);
      const bottom = across(place.y + place.height, autoOrient.height);
      const [width, height] = [right - left, bottom - top];
      return width > 0 && height > 0 ? [{ input: { create: { width, height, channels: 3 as const, background: '#000' } }, left, top }] : [];
    });
    if (covers.length === 0) return false;
    const covered = picture.composite(covers);
    await (format === 'png' ? covered.png() : format === 'webp' ? covered.webp({ quality: 92 }) : covered.jpeg({ quality: 92 })).toFile(to);
    return true;
  } catch {
    return false;
  }
}
