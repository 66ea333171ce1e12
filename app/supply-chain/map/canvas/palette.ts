import { bands } from '#scoring';

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
    font: style.fontFamily,
  };
}
