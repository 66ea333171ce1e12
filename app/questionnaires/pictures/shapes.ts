/** Pieces of the pictures, as SVG path data on a grid of 106 by 72. `x` and `y` move a piece. Lines alone: they are drawn in the colour of the text. */
export type Piece = { d: string; x?: number; y?: number; scale?: number };

/** A person, 16 wide and 36 high: head, shoulders, legs. */
export const person = (x: number, y = 20, scale = 1): Piece => ({
  ...{ x, y, scale },
  d: 'M8 0a5 5 0 1 0 .01 0M8 11c-5 0-8 3-8 8v5h16v-5c0-5-3-8-8-8M4 24v12M12 24v12',
});
/** A sheet with three lines, 20 wide and 28 high. */
export const sheet = (x: number, y = 20): Piece => ({ x, y, d: 'M0 0h14l6 6v22h-20zM14 0v6h6M4 12h12M4 17h12M4 22h8' });
/** Three coins, 20 wide and 24 high. */
export const coins = (x: number, y = 28): Piece => ({
  ...{ x, y },
  d: 'M0 4a10 4 0 1 0 20 0a10 4 0 1 0-20 0M0 4v6a10 4 0 0 0 20 0v-6M0 10v6a10 4 0 0 0 20 0v-6',
});
/** A house with a door, 32 wide and 30 high. */
export const house = (x: number, y = 22): Piece => ({ x, y, d: 'M0 14L16 0l16 14M4 11v19h24v-19M13 30v-10h7v10' });
/** A workshop with a saw-tooth roof, 36 wide and 30 high. */
export const workshop = (x: number, y = 22): Piece => ({ x, y, d: 'M0 30v-18l12-8v8l12-8v8l12-8v26zM6 30v-9h8v9M20 18h4M28 18h4' });
/** An arrow to the right, 18 long. */
export const arrow = (x: number, y = 36): Piece => ({ x, y, d: 'M0 0h18M12-6l6 6l-6 6' });
/** A cross, 12 by 12. */
export const cross = (x: number, y: number): Piece => ({ x, y, d: 'M0 0l12 12M12 0l-12 12' });
/** A tick, 14 by 10. */
export const tick = (x: number, y: number): Piece => ({ x, y, d: 'M0 5l5 5l9-10' });
/** A speech bubble, 26 wide and 20 high. */
export const bubble = (x: number, y: number): Piece => ({
  x,
  y,
  d: 'M3 0h20a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-13l-6 5v-5h-1a3 3 0 0 1-3-3v-9a3 3 0 0 1 3-3',
});
/** An identity card, 30 wide and 20 high. */
export const card = (x: number, y: number): Piece => ({
  x,
  y,
  d: 'M0 2a2 2 0 0 1 2-2h26a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2h-26a2 2 0 0 1-2-2zM8 4a3 3 0 1 0 .01 0M3 16c0-4 2-5 5-5s5 1 5 5M17 6h9M17 11h9M17 16h5',
});
/** A clock, 24 by 24. */
export const clock = (x: number, y: number): Piece => ({ x, y, d: 'M12 0a12 12 0 1 0 .01 0M12 4v8l6 4' });
/** A calendar, 26 wide and 24 high. */
export const calendar = (x: number, y: number): Piece => ({
  x,
  y,
  d: 'M0 4h26v20h-26zM0 10h26M6 0v7M20 0v7M5 15h3M11 15h3M17 15h3M5 20h3M11 20h3',
});
/** An open door with its frame, 22 wide and 34 high. */
export const door = (x: number, y = 18): Piece => ({ x, y, d: 'M0 34v-34h22v34M0 0l14 4v34l-14-4M10 19v3' });
/** A gate with bars, 26 wide and 30 high. */
export const gate = (x: number, y = 22): Piece => ({ x, y, d: 'M0 30v-30h26v30M0 6h26M0 26h26M6 0v30M13 0v30M20 0v30' });
/** A bed, 30 wide and 16 high. */
export const bed = (x: number, y: number): Piece => ({ x, y, d: 'M0 0v16M0 10h30v6M30 10a6 6 0 0 0-6-5h-14v5M5 7a2 2 0 1 0 .01 0' });
/** A question mark, 8 wide and 16 high. */
export const ask = (x: number, y: number): Piece => ({ x, y, d: 'M0 4a4 4 0 1 1 6 3.5c-1.500 1-2 2-2 4M4 15v.01' });
