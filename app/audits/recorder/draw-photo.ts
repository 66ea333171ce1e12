import { photoLimits } from './photo-limits';

/** A place of a picture to make unrecognisable, in shares of its width and height. */
export type Place = { x: number; y: number; width: number; height: number };

export type Drawn = { kind: 'drawn'; canvas: HTMLCanvasElement } | { kind: 'refused'; code: 'no-photo' | 'too-many-pixels' };

/**
 * Redraws a photo upright, its longer side at most 2,560 pixels. Camera metadata (place, device, time) is dropped, because only pixels are copied. The size is
 * read before decoding, and a JPEG is decoded at its target size: a 60-megapixel picture is never in memory as a whole.
 */
export async function drawPhoto(file: Blob): Promise<Drawn> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    const isRead = await new Promise<boolean>((resolve) => {
      image.onload = () => resolve(true);
      image.onerror = () => resolve(false);
      image.src = address;
    });
    const { naturalWidth: width, naturalHeight: height } = image;
    if (!isRead || width === 0 || height === 0) return { kind: 'refused', code: 'no-photo' };
    if (width * height > photoLimits.pixels) return { kind: 'refused', code: 'too-many-pixels' };
    const scale = Math.min(1, photoLimits.side / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(width * scale));
    canvas.height = Math.max(1, Math.round(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return { kind: 'drawn', canvas };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** How many colours are left of the longer side of a blurred place: too few for a face or a line of writing. */
const cells = 4;

/** Makes an area unrecognisable in the pixels themselves: the original is not recoverable. */
export function blurPlace(canvas: HTMLCanvasElement, place: Place): void {
  const context = canvas.getContext('2d');
  const x = Math.floor(place.x * canvas.width);
  const y = Math.floor(place.y * canvas.height);
  const width = Math.min(canvas.width - x, Math.ceil(place.width * canvas.width));
  const height = Math.min(canvas.height - y, Math.ceil(place.height * canvas.height));
  if (!context || width < 1 || height < 1) return;
  const small = document.createElement('canvas');
  const scale = cells / Math.max(width, height, cells);
  small.width = Math.max(1, Math.round(width * scale));
  small.height = Math.max(1, Math.round(height * scale));
  small.getContext('2d')?.drawImage(canvas, x, y, width, height, 0, 0, small.width, small.height);
  context.drawImage(small, 0, 0, small.width, small.height, x, y, width, height);
}

/** The canvas as a JPEG. */
export function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob.arrayBuffer().then((bytes) => new Uint8Array(bytes))) : reject(new Error('no picture'))),
      'image/jpeg',
      0.85,
    ),
  );
}
