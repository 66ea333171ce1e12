import { bands } from '#scoring';
import type { Tone } from '~/ui/drawing/shapes';

/** The colours of a canvas, as the page's tokens say them. */
export type Palette = {
  ground: string;
  surface: string;
  sunken: string;
  edge: string;
  ink: string;
  muted: string;
  accent: string;
  link: string;
  recruits: string;
  none: string;
  /** By rising band. */
  bands: string[];
  /** Of the parts of a band's silhouette. */
  marks: Partial<Record<Tone, string>>;
  font: string;
};

/** Reads the tokens of the theme in force at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: token('canvas'),
    surface: token('surface'),
    sunken: token('sunken'),
    edge: token('edge'),
    ink: token('ink'),
    muted: token('muted'),
    accent: token('accent'),
    link: token('chart-link'),
    recruits: token('chart-override'),
    none: token('band-none'),
    bands: bands.map((band) => token(`band-${band}`)),
    marks: {
      ...Object.fromEntries(
        bands.flatMap((band) => [
          [`band-${band}`, token(`band-${band}`)],
          [`mark-${band}`, token(`band-${band}-mark`)],
        ]),
      ),
      'mark-none': token('muted'),
      'on-severe': token('on-band-severe'),
      ground: token('canvas'),
    },
    font: style.fontFamily,
  };
}
