/**
 * Words for making, selling, doing or quality, which say little about the product and have a low weight.
 * English, French, Spanish and German, and for whom a product is in more languages; written as in a cell, stemmed below.
 */
const weakWords = `manufacture manufactured manufacturing manufacturer production producer producing process processed processing processor
  factory plant mill works workshop company co ltd inc corp corporation limited gmbh sa sarl srl llc bhd pt pvt group enterprise business supplier supply
  product goods good item article commodity material industry industrial sector line range category type kind other various miscellaneous misc
  assorted general diverse mixed all etc service activity operation provider provision solution related similar thereof accessory equipment component system device
  new used finished semi raw fresh frozen dried dry canned powder powdered roasted smoked pickled preserved peeled ground milled natural organic premium quality high low grade standard custom customized branded private bulk set piece part kit unit men women man woman mens womens ladies lady girl boy kid kids child children baby infant adult unisex male female
  heavy large small mini big long short sleeve domestic commercial professional local international
  damen herren kinder männer frauen jungen mädchen weiß schwarz blau grau homme femme enfant hombre mujer niño niña homem mulher criança infantil erkek kadın çocuk bebek
  breast fillet kernel whole cut slice block bale based made own brand support
  bar stick cube granule pod chunk strip
  fabrication fabricant produit produits articles article fourniture service services entreprise société usine industrie industriel secteur divers autres
  fabricación fabricacion fabricante producción produccion productor productos producto artículos articulos servicios servicio empresa industria sector otros varios para
  herstellung hersteller produktion erzeugnisse waren artikel industrie dienstleistungen dienst unternehmen sonstige verarbeitung firma`;
const farmWords = `farm farming grower growing plantation estate cultivation cultivating raising rearing breeding ranch ranching orchard harvesting harvest
  élevage culture cultivo cultivos cría cria granja anbau zucht`;
const mineWords = 'mine mining miner quarry quarrying extraction extracting mine minería mineria minier bergbau abbau';
const makeWords = 'manufacture manufacturing manufacturer factory mill processing processor fabrication fabricación herstellung';
/** What is done to a crop or an animal to make a food of it. */
const preparedWords = `frozen dried canned powder powdered roasted smoked pickled preserved peeled ground milled pulp paste puree processing processor processed flour juice
  chip sauce congelé congelés congelée congelées congelado congelados séché tiefgekühlt`;
const serviceWords = 'service repair maintenance rental leasing installation';
const joiningWords = `a an and or the of for from in into on to with without by at as per than that which incl including excl not nec
  de du des d la le les l en à a au aux et ou pour sur par avec un une el los las y o para con del al por und oder der die das für fur aus von mit im zur zum`;
/** The text after one of these describes the text before. */
const prepositions = new Set(
  'of for from in with to by de du des d en à a au aux pour avec del para con por für fur aus von mit'.split(' '),
);

/** Lower case without accents; "ß" as "ss", apostrophes taken out. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[’'`]s?\b/g, (apostrophe) => (apostrophe.length > 1 ? '' : ' '));
}

/** The words of a text, folded, in their order. */
export const wordsOf = (text: string): string[] => foldWords(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Plurals that no rule gives. */
const irregular: Readonly<Record<string, string>> = {
  ...{
    knives: 'knife',
    shelves: 'shelf',
    scarves: 'scarf',
    leaves: 'leaf',
    loaves: 'loaf',
    calves: 'calf',
    hooves: 'hoof',
    wolves: 'wolf',
  },
  ...{ women: 'woman', men: 'man', children: 'child', feet: 'foot', geese: 'goose', mice: 'mouse', dairies: 'dairy' },
};
/**
 * A word in the singular. Other endings remain: a coating is not a coat, dyeing not a dye, machining not a machine. A stem that is not in the index is looked
 * up again without its other endings (`nearest` of the index).
 */
export function stemOf(word: string): string {
  const known = irregular[word];
  if (known !== undefined) return known;
  // "Hoodie" and "hoodies" are one, as are "berry" and "berries".
  if (word.length > 4 && /ies?$/.test(word)) return word.replace(/ies?$/, 'y');
  if (word.length > 4 && /(ch|sh|x|ss|zz|to)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

const setOf = (text: string) => new Set(wordsOf(text).map(stemOf));
const joining = new Set(wordsOf(joiningWords));
const weak = setOf(weakWords);
const farm = setOf(farmWords);
const mine = setOf(mineWords);
const make = setOf(makeWords);
const prepared = setOf(preparedWords);
const service = setOf(serviceWords);

export type Activity = 'farm' | 'mine' | 'make' | 'serve';
/**
 * A phrase as the index reads it: its stems without repeats; `head`, the thing itself ("shirt" of "cotton shirts", "packaging" of "packaging for toys");
 * `weak`, those stems that say little; which activity its words name; and whether they say that a crop or an animal was made a food.
 */
export type Phrase = { stems: string[]; head: string | null; weak: ReadonlySet<string>; activity: Activity | null; isPrepared: boolean };

export const isWeak = (stem: string): boolean => weak.has(stem) || farm.has(stem) || mine.has(stem);

/** A size beside a product, which is no part of its name: "power supply 20W". */
const measure = /^\d+(?:w|kw|v|mah|ah|mm|cm|ml|kg|gr?|gb|tb|hz)$/;

/** Reads one phrase: a cell, an item of a list in a cell, or a title. */
export function readPhrase(text: string): Phrase {
  const words = wordsOf(text);
  const found: string[] = [];
  let head: string | null = null;
  let lastWeak: string | null = null;
  let isClosed = false;
  for (const word of words) {
    if (prepositions.has(word) && head !== null) isClosed = true;
    if (joining.has(word) || measure.test(word)) continue;
    const stem = stemOf(word);
    found.push(stem);
    if (isWeak(stem)) lastWeak = stem;
    else if (!isClosed) head = stem;
  }
  const unique = [...new Set(found)];
  const says = (words: ReadonlySet<string>) => unique.some((stem) => words.has(stem));
  const activity = says(farm) ? 'farm' : says(mine) ? 'mine' : says(make) ? 'make' : says(service) ? 'serve' : null;
  return { stems: unique, head: head ?? lastWeak, weak: new Set(unique.filter(isWeak)), activity, isPrepared: says(prepared) };
}

const materials = setOf(
  'cotton wool silk linen polyester nylon leather suede rubber latex nitrile plastic pvc steel stainless metal iron aluminium brass copper wood wooden bamboo paper glass ceramic stone gold silver knit knitted woven printed',
);

export const isMaterial = (stem: string): boolean => materials.has(stem);

/**
 * The items of a list in a cell, each a phrase: parted at semicolons, bars, slashes, line ends, commas, "and". What follows a comma and is only a material
 * describes the item before it ("Shirts, cotton").
 */
export function itemsOf(text: string): string[] {
  const items: string[] = [];
  for (const part of text.split(/[;|/\n\r•·]+|\s[-–—]\s/)) {
    const pieces = part
      .split(/,|\s(?:and|&|\+|et|y|und)\s|&/i)
      .map((piece) => piece.trim())
      .filter(Boolean);
    // "Wholesale of fruit and vegetables": the text before "of" applies to every item.
    const before = /^(.+?\s(?:of|de|von|for)\s)/i.exec(pieces[0] ?? '')?.[1];
    if (before !== undefined) for (let at = 1; at < pieces.length; at += 1) pieces[at] = `${before}${pieces[at]}`;
    for (const [at, piece] of pieces.entries()) {
      const words = wordsOf(piece).filter((word) => !joining.has(word));
      const last = items.at(-1);
      if (at > 0 && last !== undefined && words.length > 0 && words.every((word) => materials.has(stemOf(word))))
        items[items.length - 1] = `${piece} ${last}`;
      else if (words.length > 0) items.push(piece);
    }
  }
  return items;
}
