import type { Palette } from '~/supply-chain/map/canvas/palette';

/** The colours of the light theme. */
export const palette: Palette = {
  ground: '#fcfbf8',
  surface: '#ffffff',
  sunken: '#f4f2ed',
  edge: '#827d73',
  ink: '#1b1f1e',
  muted: '#585d5a',
  accent: '#0b5a5e',
  link: '#9aa3a1',
  recruits: '#5e2a4f',
  none: '#b9b4a9',
  bands: ['#ece8de', '#ecdcb4', '#e0a44e', '#bb4f1c', '#6a0f22'],
  marks: {
    'band-elevated': '#e0a44e',
    'band-high': '#bb4f1c',
    'band-severe': '#6a0f22',
    'mark-low': '#77736a',
    'mark-moderate': '#8a6f2c',
    'mark-elevated': '#8f5608',
    'mark-high': '#a84213',
    'mark-none': '#585d5a',
    'on-severe': '#ffffff',
    ground: '#fcfbf8',
  },
  font: 'sans-serif',
};
