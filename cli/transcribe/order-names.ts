/**
 * The single names in an import order, our reading of its text: names are separated by semicolons, terms for a corporate group are removed.
 * Orders against a place or all goods of a country name no party.
 */
export function namesInOrder(entity: string): string[] {
  const special = byHand[entity];
  if (special) return special;
  return entity.split(';').map((part) =>
    part
      .trim()
      .replace(/^Fishing vessel /, '')
      .replace(/(,? and (its )?(subsidiaries|subordinates)|, subsidiaries and joint ventures| \(all vessels\))$/, ''),
  );
}

/** What an order is about: parties by name, a part of a country, or goods of the whole country. */
export type OrderScope = 'named' | 'region' | 'country';

export function scopeOfOrder(entity: string): OrderScope {
  return places[entity] ?? 'named';
}

const places: Readonly<Record<string, OrderScope>> = {
  'Xinjiang Uyghur Autonomous Region (whole region)': 'region',
  'Artisanal small mines, eastern DRC': 'region',
  'Marange diamond fields': 'region',
  'Tobacco produced in Malawi': 'country',
  'All Turkmenistan cotton': 'country',
};

const byHand: Readonly<Record<string, string[]>> = {
  ...Object.fromEntries(Object.keys(places).map((entity) => [entity, []])),
  'Shanghai Select Safety Products Company, Limited; Select (Nantong) Safety Products Co. Limited; Select Protective Technology (HK) Limited':
    [
      'Shanghai Select Safety Products Company, Limited',
      'Select (Nantong) Safety Products Co. Limited',
      'Select Protective Technology (HK) Limited',
    ],
  'YTY Industry Holdings Sdn Bhd (YTY Group)': ['YTY Industry Holdings Sdn Bhd', 'YTY Group'],
  'Brightway Group (Brightway Holdings Sdn Bhd; Laglove (M) Sdn Bhd; Biopro (M) Sdn Bhd)': [
    'Brightway Group',
    'Brightway Holdings Sdn Bhd',
    'Laglove (M) Sdn Bhd',
    'Biopro (M) Sdn Bhd',
  ],
  'Smart Glove (Smart Glove Corporation; GX Corporation; GX3 Specialty Plant; Sigma Glove Industries; Platinum Glove Industries)': [
    'Smart Glove',
    'Smart Glove Corporation',
    'GX Corporation',
    'GX3 Specialty Plant',
    'Sigma Glove Industries',
    'Platinum Glove Industries',
  ],
  'Supermax Corporation Bhd. (Supermax Glove Manufacturing; Maxter Glove Manufacturing; Maxwell Glove Manufacturing)': [
    'Supermax Corporation Bhd.',
    'Supermax Glove Manufacturing',
    'Maxter Glove Manufacturing',
    'Maxwell Glove Manufacturing',
  ],
  'Agropecuarios Tom S.A. de C.V. and Horticola Tom S.A. de C.V.': ['Agropecuarios Tom S.A. de C.V.', 'Horticola Tom S.A. de C.V.'],
  'Xinjiang Production and Construction Corps (XPCC) and subordinates': ['Xinjiang Production and Construction Corps', 'XPCC'],
  'No. 4 Vocational Skills Education Training Center (VSETC)': ['No. 4 Vocational Skills Education Training Center', 'VSETC'],
  'Shenyang Xinsheng (New Life) Chemical Works': ['Shenyang Xinsheng Chemical Works', 'Shenyang New Life Chemical Works'],
  'Yunnan Machinery (Golden Horse Diesel Factory)': ['Yunnan Machinery', 'Golden Horse Diesel Factory'],
  'Nanhu Tree Farm, Zhejiang Sanmei Tea Co., Ltd.; Imaizumi Tea Manufacturing & Trading Co., Ltd. (Nagoya, Japan)': [
    'Nanhu Tree Farm',
    'Zhejiang Sanmei Tea Co., Ltd.',
    'Imaizumi Tea Manufacturing & Trading Co., Ltd.',
  ],
  'Wulin (or Wuling) Machinery Works': ['Wulin Machinery Works', 'Wuling Machinery Works'],
  'Sichuan (Szechuan) Xinsheng (New Life) Labor Factory': [
    'Sichuan Xinsheng Labor Factory',
    'Sichuan New Life Labor Factory',
    'Szechuan Xinsheng Labor Factory',
    'Szechuan New Life Labor Factory',
  ],
  'Kumar Carpet; Singhe Carpet; Norsang Carpet Industries; Annapurna Carpet; Everest Carpet; Valley Carpet; K.K. Carpet Industries (Kathmandu)':
    [
      'Kumar Carpet',
      'Singhe Carpet',
      'Norsang Carpet Industries',
      'Annapurna Carpet',
      'Everest Carpet',
      'Valley Carpet',
      'K.K. Carpet Industries',
    ],
};
