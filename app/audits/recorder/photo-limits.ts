/** What a photo of an audit may be: the device draws every one again below this, so that no camera's notes (place, device, time) travel. */
export const photoLimits = {
  bytes: 15 * 1024 * 1024,
  /** Cameras of 64 megapixels and their like write a little more than they are called. */
  pixels: 65_000_000,
  /** Of one audit. */
  photos: 3_000,
  /** The longer side, in pixels, after the device has drawn it again. */
  side: 2_560,
} as const;

export const photoTypes = { 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
export type PhotoType = keyof typeof photoTypes;

export const photoRefusals = ['closed', 'too-large', 'too-many', 'no-photo', 'wrong-hash', 'has-metadata', 'too-many-pixels'] as const;
export type PhotoRefusal = (typeof photoRefusals)[number];
