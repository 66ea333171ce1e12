import {
  arrow,
  ask,
  bed,
  bubble,
  calendar,
  card,
  clock,
  coins,
  cross,
  door,
  gate,
  house,
  type Piece,
  person,
  sheet,
  tick,
  workshop,
} from './shapes';

/**
 * A picture for each question of the core, beside its text for those who read little. It shows what the question is about, never which answer is good.
 * A grid has the picture of its point. Our own drawings.
 */
export const pictures: Readonly<Record<string, readonly Piece[]>> = {
  'PEO.1': [person(8), person(28), person(48), person(68)],
  'SIT.1': [house(4, 4), workshop(54, 4), gate(10, 40), person(62, 38, 0.9)],
  'CON.1': [sheet(14), arrow(40), person(66)],
  'CON.2': [sheet(16), clock(44, 10), coins(46, 42), door(72, 20)],
  'CON.3': [person(12), bubble(32, 8), bubble(36, 34), person(70)],
  'PAY.1': [coins(12), arrow(38), calendar(62, 24)],
  'PAY.2': [person(8), coins(28), person(58), coins(78)],
  'ADV.1': [person(8), arrow(28, 34), coins(52), sheet(78, 22)],
  'AGE.1': [person(12, 28, 0.75), card(34, 26), calendar(68, 24)],
  'FEE.1': [person(10), bubble(30, 6), ask(39, 9), coins(38, 40), person(68)],
  'FEE.2': [sheet(4, 22), card(28, 10), coins(33, 40), arrow(62), person(86)],
  'FEE.3': [coins(12), arrow(40), person(66)],
  'AGY.1': [person(6), arrow(26), person(50), sheet(76, 22)],
  'DOC.1': [card(12, 26), ask(50, 28), person(66)],
  'HRS.1': [clock(12, 24), arrow(42), bubble(62, 10), person(70, 32, 0.9)],
  'MOV.1': [workshop(2), gate(46), person(82)],
  'MOV.2': [house(6), bed(10, 56), door(44), person(74)],
  'EXI.1': [person(6), arrow(26), door(50), coins(80, 30)],
  'EXI.2': [workshop(2), arrow(44), house(70)],
  'VOI.1': [person(8), bubble(28, 8), person(40, 34, 0.9), person(60, 34, 0.9), person(78, 34, 0.9)],
  'REM.1': [person(10), arrow(30), sheet(52), tick(76, 30)],
  'SUP.1': [workshop(2), arrow(44), house(70, 2), workshop(68, 38)],
  'POL.1': [sheet(22), tick(50, 24), cross(51, 44), person(72)],
};

/** The key of the picture of a question, or of the point it is a row of; null where it has none. */
export const pictureOf = ({ key, point }: { key: string; point: string | null }): string | null =>
  key in pictures ? key : point !== null && point in pictures ? point : null;
