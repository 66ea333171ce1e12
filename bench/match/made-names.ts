/** Invented firms by the thousand: the same seed gives the same names. No name is taken from a real list. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const starts =
  'ba be bo bri cal ce cha da de do el fa fe fo ga ge gra ha he ho in ja jo ka ke ki la le lo ma me mi mo na ne no or pa pe po ra re ro sa se sha si so ta te tho ti to tra va ve vi wa we xi ya yo za ze'.split(
    ' ',
  );
const middles = 'na ra li mi to ka sha nu de ro va le ni so ha ma ku ri ta mo'.split(' ');
const ends = 'n r s l nd rt ng m x ko va ro na li da ta'.split(' ');
const trades =
  'Garments Textiles Knitwear Apparel Fashion Footwear Leather Electronics Foods Seafood Plastics Spinning|Mills Weaving|Mills Trading Industries Exports Toys Packaging Denim'.split(
    ' ',
  );
const forms: Readonly<Record<string, readonly string[]>> = {
  BD: ['Ltd', 'Limited', 'Ltd.'],
  VN: ['Co., Ltd', 'JSC', 'Company Limited', 'Joint Stock Company'],
  IN: ['Pvt Ltd', 'Private Limited', 'Pvt. Ltd.'],
  CN: ['Co., Ltd', 'Co., Ltd.', 'Company Limited'],
  TR: ['A.Ş.', 'AS', 'Ltd. Şti.'],
  DE: ['GmbH', 'AG', 'GmbH & Co. KG'],
};
const countries = Object.keys(forms);

export type MadeFirm = { name: string; country: string };

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function madeWord(random: () => number): string {
  let word = pick(starts, random);
  for (let length = 1 + Math.floor(random() * 2); length > 0; length--) word += pick(middles, random);
  word += pick(ends, random);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** A company name: one or two distinctive words, a trade, and a legal form of its country. */
export function madeFirm(random: () => number): MadeFirm {
  const country = pick(countries, random);
  const own = random() < 0.55 ? madeWord(random) : `${madeWord(random)} ${madeWord(random)}`;
  const trade = pick(trades, random).replace('|', ' ');
  return { country, name: `${own} ${trade} ${pick(forms[country] ?? [''], random)}` };
}

/** The same firm as another list writes it: another legal form, a slip of the pen, other spacing, short forms, capitals. */
export function rewritten({ name, country }: MadeFirm, random: () => number): MadeFirm {
  const form = (forms[country] ?? []).find((candidate) => name.endsWith(` ${candidate}`)) ?? '';
  let body = form === '' ? name : name.slice(0, -form.length - 1);
  const kind = random();
  if (kind < 0.35) {
    const at = 1 + Math.floor(random() * Math.max(1, (body.split(' ')[0] ?? '').length - 2));
    body = random() < 0.5 ? body.slice(0, at) + body.slice(at + 1) : body.slice(0, at) + pick([...'aeiounr'], random) + body.slice(at);
  } else if (kind < 0.5) body = body.replace(' ', '');
  else if (kind < 0.65)
    body = body.replace('Industries', 'Ind.').replace('Garments', 'Garment').replace('Textiles', 'Textile').replace('Exports', 'Export');
  if (random() < 0.3) body = body.toUpperCase();
  return { country, name: `${body} ${pick(forms[country] ?? [''], random)}` };
}
