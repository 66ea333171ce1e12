import { type FoundSubdivision, type SubdivisionName, subdivisionNames } from '../reference/at.ts';

/** What is known of where a site is. `coordinates` in degrees, WGS 84. */
export type Whereabouts = {
  iso2: string;
  /** Address, town, or the name of a subdivision, as written. */
  texts?: readonly (string | null | undefined)[];
  postalCode?: string | null;
  coordinates?: { latitude: number; longitude: number } | null;
};

/** Names of streets: Urumqi Road is in Shanghai. */
const street =
  /^[\s,.-]*(?:(?:north|south|east|west|middle|central|bei|nan|dong|xi|zhong)\s+)?(?:road|rd|street|str|st|avenue|ave|lane|boulevard|blvd|lu|jie|dadao|hutong|building|mansion|hotel)\b/i;
const streetHan = /^(?:[东西南北中一二三四五]{0,2})(?:路|街|大道|大街|巷|里|弄|胡同|大厦|宾馆|酒店)/u;
/** Kinds of names that are for reading, or codes. */
const unread = new Set(['place, do not match', 'former_code']);
/** Levels below which a name alone does not determine it: counties share theirs with streets and with counties elsewhere. */
const smallLevels = /^(county|organisation|XPCC division)$/;

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const isHan = (text: string) => /\p{Script=Han}/u.test(text);
const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** The positions in a text of a name by itself that is not the name of a street. */
function stands(text: string, name: string): boolean {
  const han = isHan(name);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = text.slice(at + name.length);
    if (han ? streetHan.test(after) : street.test(after)) continue;
    if (han || (!isLetter(text[at - 1]) && !isLetter(after[0]))) return true;
  }
  return false;
}

/** A name that belongs to a county alone, or is short and borne by others, determines nothing by itself. */
function certaintyOf({ level, kind, name }: SubdivisionName): FoundSubdivision['certainty'] {
  if (smallLevels.test(level) && !(isHan(name) && kind === 'official') && kind !== 'abbreviation' && !/corps/i.test(name))
    return 'possible';
  if (/county-level city/.test(level) && isHan(name) && kind === 'short') return 'possible';
  return 'certain';
}

function firstLevel(code: string, parents: ReadonlyMap<string, string | null>, country: string): string {
  let at = code;
  for (let steps = 0; steps < 6; steps += 1) {
    const parent = parents.get(at);
    if (parent === undefined || parent === null || parent === country) return at;
    at = parent;
  }
  return at;
}

type Names = { name: SubdivisionName; folded: string; first: string }[];
const known = new Map<string, Names>();

function namesOf(iso2: string, asOf: string): Names {
  const key = `${asOf} ${iso2}`;
  const before = known.get(key);
  if (before) return before;
  const rows = subdivisionNames(iso2, asOf);
  const parents = new Map(rows.map(({ code, parent }) => [code, parent]));
  const names = rows
    .filter(({ kind, name }) => !unread.has(kind) && fold(name).length >= (isHan(name) ? 2 : 4))
    .map((name) => ({ name, folded: fold(name.name), first: firstLevel(name.code, parents, iso2) }))
    // The longest first: "Inner Mongolia" before "Mongolia".
    .sort((a, b) => b.folded.length - a.folded.length || (a.name.code < b.name.code ? -1 : 1));
  if (known.size > 64) known.clear();
  known.set(key, names);
  return names;
}

/** ISO 3166-2 codes of a country, those that were replaced with them, each with its subdivision of the first level. */
type Codes = ReadonlyMap<string, { name: SubdivisionName; first: string }>;
const knownCodes = new Map<string, Codes>();

function codesOf(iso2: string, asOf: string): Codes {
  const key = `${asOf} ${iso2}`;
  const before = knownCodes.get(key);
  if (before) return before;
  const rows = subdivisionNames(iso2, asOf);
  const parents = new Map(rows.map(({ code, parent }) => [code, parent]));
  const codes = new Map<string, { name: SubdivisionName; first: string }>();
  for (const name of rows) {
    const held = { name, first: firstLevel(name.code, parents, iso2) };
    if (name.code.startsWith(`${iso2}-`) && !codes.has(name.code)) codes.set(name.code, held);
    if (name.kind === 'former_code') codes.set(name.name, held);
  }
  if (knownCodes.size > 64) knownCodes.clear();
  knownCodes.set(key, codes);
  return codes;
}

/** A code such as CN-XJ or, as it was, CN-65: in capitals among other words, in any case where it is the whole text. */
function byCode({ iso2, texts = [] }: Whereabouts, asOf: string): FoundSubdivision | null {
  const given = texts.flatMap((text) => {
    if (!text) return [];
    const trimmed = text.trim();
    const whole = /^[a-z]{2}-[a-z\d-]{1,8}$/i.test(trimmed) ? [trimmed.toUpperCase()] : [];
    return [...whole, ...(text.match(/(?<![\p{L}\p{N}-])[A-Z]{2}-[A-Z\d]{1,3}(?:-[A-Z\d]{1,3})?(?![\p{L}\p{N}-])/gu) ?? [])];
  });
  if (given.length === 0) return null;
  const codes = codesOf(iso2, asOf);
  const found = given.flatMap((code) => (codes.has(code) ? [{ code, ...codes.get(code) }] : []));
  const [first] = found;
  if (!first?.name || first.first === undefined) return null;
  return {
    ...{ code: first.first, within: first.name.code, by: 'code', matched: first.code, provenance: first.name.provenance },
    certainty: found.every((each) => each.first === first.first) ? 'certain' : 'possible',
  };
}

function byName({ iso2, texts = [] }: Whereabouts, asOf: string): FoundSubdivision | null {
  const text = texts.flatMap((each) => (each ? fold(each) : [])).join(' | ');
  if (text === '') return null;
  const found = namesOf(iso2, asOf).filter(({ folded }) => stands(text, folded));
  const certain = found.filter(({ name }) => certaintyOf(name) === 'certain');
  const pool = certain.length > 0 ? certain : found;
  const [first] = pool;
  if (!first) return null;
  // Two first levels in one text: the address of a seller and of a mill, say. A person decides.
  const isOne = pool.every((each) => each.first === first.first);
  const { name, first: code } = first;
  return {
    ...{ code, within: name.code, by: 'name', matched: name.name, provenance: name.provenance },
    certainty: isOne && certain.length > 0 ? 'certain' : 'possible',
  };
}

/** Six digits beginning 83 or 84 are Xinjiang's. */
function byPostalCode({ iso2, postalCode, texts = [] }: Whereabouts): FoundSubdivision | null {
  if (iso2 !== 'CN') return null;
  const [code] = [postalCode ?? '', ...texts].flatMap((text) => /(?<!\d)8[34]\d{4}(?!\d)/.exec(text ?? '')?.[0] ?? []);
  const isGiven = code !== undefined && postalCode?.includes(code) === true;
  return code === undefined
    ? null
    : { code: 'CN-XJ', within: 'CN-XJ', by: 'postal-code', matched: code, certainty: isGiven ? 'certain' : 'possible', provenance: null };
}

/** The border of Xinjiang to Gansu, Qinghai and Tibet, drawn coarsely inside the desert and the mountains: [longitude, latitude]. */
const xinjiang: readonly (readonly [number, number])[] = [
  ...([
    [73.4, 39.5],
    [74.8, 36.9],
    [78.0, 35.4],
    [82.0, 35.7],
    [86.0, 35.8],
    [90.0, 36.0],
    [91.0, 38.0],
    [92.5, 39.1],
  ] as const),
  ...([
    [95.0, 41.0],
    [96.4, 42.5],
    [95.3, 44.4],
    [91.5, 46.5],
    [90.5, 49.3],
    [87.0, 49.3],
    [82.0, 47.5],
    [79.8, 45.0],
    [79.0, 42.0],
  ] as const),
];

function byCoordinates({ iso2, coordinates }: Whereabouts): FoundSubdivision | null {
  if (iso2 !== 'CN' || !coordinates) return null;
  const { latitude: y, longitude: x } = coordinates;
  let isInside = false;
  xinjiang.forEach(([x1, y1], at) => {
    const [x2, y2] = xinjiang[(at + 1) % xinjiang.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isInside = !isInside;
  });
  return isInside
    ? {
        code: 'CN-XJ',
        within: 'CN-XJ',
        by: 'coordinates',
        matched: `${y.toFixed(3)}, ${x.toFixed(3)}`,
        certainty: 'certain',
        provenance: null,
      }
    : null;
}

/**
 * The subdivision of the first level that a site lies in, from names in any script, an ISO 3166-2 code, a postal code or coordinates, in that order; the
 * certain one before one that is only possible. Names of streets do not count. A name and a code of two subdivisions leave it to a person. Null where nothing
 * tells: that is not "elsewhere".
 */
export function findSubdivision(whereabouts: Whereabouts, asOf: string): FoundSubdivision | null {
  const named = byName(whereabouts, asOf);
  const coded = byCode(whereabouts, asOf);
  if (named?.certainty === 'certain' && coded && coded.code !== named.code) return { ...named, certainty: 'possible' };
  const found = [named, coded, byPostalCode(whereabouts), byCoordinates(whereabouts)].flatMap((each) => each ?? []);
  return found.find(({ certainty }) => certainty === 'certain') ?? found[0] ?? null;
}
