/** A place of a picture, upright as the pages show it, in percent of its width and height. */
export type Place = { x: number; y: number; width: number; height: number };
