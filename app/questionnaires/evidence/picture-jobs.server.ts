import { writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { drawPreviews } from './draw-previews.server';
import { drawBlack } from './draw-black.server';
import { inspectFile } from './inspect-file.server';
import { shrinkPhoto } from './shrink-photo.server';
import { stripPicture, hasCameraMetadata } from './strip-picture.server';

/** A reader process's jobs on documents and pictures; output goes to the given path. */
type Job = { path: string; options: unknown };

const place = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const drawn = z.object({ to: z.string() });

export function inspectDocument({ path, options }: Job): Promise<unknown> {
  return inspectFile({ path, ...z.object({ fileName: z.string(), declaredType: z.string() }).parse(options) });
}

export function stripJob({ path, options }: Job): Promise<boolean> {
  const { to, mediaType } = drawn.extend({ mediaType: z.string() }).parse(options);
  return stripPicture(path, to, mediaType);
}

export const cameraJob = ({ path }: Job): Promise<boolean> => hasCameraMetadata(path);

export function coverJob({ path, options }: Job): Promise<boolean> {
  const { to, places } = drawn.extend({ places: z.array(place).max(100) }).parse(options);
  return drawBlack(path, to, places);
}

/** Whether both previews were drawn. */
export async function previewsJob({ path, options }: Job): Promise<boolean> {
  const { thumbnail, preview } = z.object({ thumbnail: z.string(), preview: z.string() }).parse(options);
  const previews = await drawPreviews(path);
  if (!previews) return false;
  await writeFile(thumbnail, previews.thumbnail, { mode: 0o600 });
  await writeFile(preview, previews.preview, { mode: 0o600 });
  return true;
}

export const shrinkJob = ({ path, options }: Job): Promise<boolean> => shrinkPhoto(path, drawn.parse(options).to);
