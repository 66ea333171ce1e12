import { type Palette, readPalette } from '../canvas/palette';

export type WorldPalette = Palette & { land: string; border: string; hatch: string; fills: string[] };

const systemColours = {
  ground: 'Canvas',
  surface: 'Canvas',
  sunken: 'Canvas',
  ink: 'CanvasText',
  muted: 'CanvasText',
  accent: 'Highlight',
  recruits: 'LinkText',
};

/** The colours of the world in the theme in force at an element. */
export function readWorldPalette(element: Element): WorldPalette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const palette = readPalette(element);
  // Where the system chooses the colours, a canvas has to ask for them.
  if (window.matchMedia('(forced-colors: active)').matches)
    return {
      ...{ ...palette, ...systemColours },
      marks: { ...palette.marks, ground: 'Canvas' },
      land: 'color-mix(in srgb, CanvasText 10%, Canvas)',
      border: 'Canvas',
      hatch: 'CanvasText',
      fills: palette.bands,
    };
  return { ...palette, land: token('chart-land'), border: token('chart-border'), hatch: token('chart-axis'), fills: palette.bands };
}

/** The colour of the outline of a mark whose highest band has this place; muted if none is scored. */
export function markColour({ marks, muted }: WorldPalette, worst: number): string {
  const tones = ['mark-low', 'mark-moderate', 'mark-elevated', 'mark-high', 'mark-severe'] as const;
  const tone = tones[worst];
  return (tone && marks[tone]) || muted;
}
