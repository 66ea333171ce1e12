const table = (header: string, rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;

const addressEnds = ['Dhaka, Bangladesh', 'Tirupur, India', 'Hoi An, Viet Nam', 'Izmir, Turkey'];
const factoryPlaces = [
  ['12 Mill Road, Dhaka', 'Bangladesh'],
  ['3 Loom Street, Tirupur', 'India'],
  ['7 Ring Road, Izmir', 'Turkey'],
  ['9 Ha Noi Street, Hoi An', 'Viet Nam'],
];

/**
 * Lists in shapes that companies have, made up, with what an import makes of each by accepting what is proposed. `edges`: links between two parties, whatever
 * their products.
 */
export const shapedLists = {
  tiers: {
    text: table('Supplier,Country,Tier,Supplies to,Address', [
      ...['A', 'B', 'C'].map((name) => `Garments ${name},Bangladesh,Tier 1,,${name} Mill Road`),
      ...['A', 'B', 'C', 'A'].map((to, at) => `Fabric ${at},India,Tier 2,Garments ${to},${at} Loom Street`),
      ...['0', '1'].map((to, at) => `Yarn ${at},India,Tier 3,Fabric ${to},${at} Ring Street`),
    ]),
    makes: { rows: 9, suppliers: 9, sites: 9, edges: 9 },
  },
  tierColumns: {
    text: table(
      'Style,Tier 1 (CMT factory),Tier 1 country,Tier 2 – fabric mill,Tier 2 country,Tier 3 (spinner / raw material),Tier 3 country',
      [
        'H-1 Tee,Garments A,Vietnam,Dyeing B,Vietnam,Spinning C,China',
        'H-2 Polo,Garments A,Vietnam,Dyeing B,Vietnam,Cotton D,USA',
        'H-3 Jean,Denim E,Bangladesh,Mills F,India,,',
        'H-4 Jean,Denim E,Bangladesh,unknown,,unknown,',
        'H-5 Charger,Electronics G,China,tbc,,Cobalt H,Zambia',
        'H-6 Jacket,n/a,,Fabrics I,Korea,Yarn J,Korea',
      ],
    ),
    // Of the named suppliers, the one behind an unknown tier 2 has no link, and neither has the tier 2 of an unknown tier 1; it has one of its own supplier.
    makes: { rows: 6, suppliers: 10, sites: 4, edges: 3 + 4 + 1 },
  },
  severalCustomers: {
    text: table('Supplier,Country,Tier,Supplies to', [
      'Garments A,Vietnam,1,',
      '"Garments B Co., Ltd",China,1,',
      'Fabric C,India,2,"Garments A; Garments B Co., Ltd"',
      'Yarn D,India,3,Fabric C / Garments A',
      'Trims / Labels E,Turkey,2,Garments A',
    ]),
    makes: { rows: 5, suppliers: 5, sites: 5, edges: 7 },
  },
  withoutCountry: {
    text: table(
      'Factory name,Address,Product type,Number of workers',
      Array.from({ length: 24 }, (_, at) => `Plant ${at},"${at} Mill Road, ${addressEnds[at % 4]}",Apparel,${100 + at}`),
    ),
    makes: { rows: 24, suppliers: 24, sites: 24, edges: 24 },
  },
  sharedWithAddress: {
    text: table(
      'Vendor,Factory name,Address,Country,Number of workers',
      Array.from({ length: 24 }, (_, at) => {
        const factory = (at + Math.floor(at / 6)) % 4;
        const [address, country] = factoryPlaces[factory] ?? [];
        return `Vendor ${at % 6},Plant ${factory},"${address}",${country},${300 + factory}`;
      }),
    ),
    // Each of six vendors uses each of four factories, and supplies us.
    makes: { rows: 24, suppliers: 10, sites: 4, edges: 6 * 4 + 6 },
  },
  deliveries: {
    text: table(
      'Order no,Ship date,Vendor,Manufacturing site,Item,Qty,UoM,Line amount,Currency',
      Array.from(
        { length: 120 },
        (_, at) =>
          `${at},2026-${String(1 + (at % 9)).padStart(2, '0')}-15,Vendor ${at % 4},Works ${at % 3},Item ${at % 5},${at % 2 ? 10 : ''},${at % 3 ? 'kg' : 'pcs'},5,EUR`,
      ),
    ),
    // Each vendor uses each factory, and supplies us.
    makes: { rows: 120, suppliers: 7, sites: 0, edges: 4 * 3 + 4 },
  },
  shared: {
    text: table(
      'Vendor,Factory',
      Array.from({ length: 12 }, (_, at) => `Vendor ${at % 4},Shared Works ${Math.floor(at / 4)}`),
    ),
    makes: { rows: 12, suppliers: 7, sites: 0, edges: 12 + 4 },
  },
  groups: {
    text: table('Vendor group,Supplier,Factory,Country,Address', [
      ...Array.from({ length: 6 }, (_, at) => `Group ${at % 2} Holding,Supplier ${at},Factory ${at},Turkey,${at} Quay`),
      'Solo,Solo,Solo Works,Turkey,9 Quay',
    ]),
    makes: { rows: 7, suppliers: 9, sites: 7, edges: 7 + 6 },
  },
  products: {
    text: table(
      'Mill,Country,Product',
      Array.from({ length: 12 }, (_, at) => `Mill ${at % 3},Italy,Fabric ${at}`),
    ),
    makes: { rows: 12, suppliers: 3, sites: 3, edges: 3 },
  },
  scripts: {
    text: table('供应商,国家,订单号,交货日期,数量,单位', [
      '广州纺织有限公司,中国,A1,2026-03-01,120,公斤',
      '广州纺织有限公司,中国,A2,2026-04-01,80,公斤',
      'Công ty TNHH May Hội An,Việt Nam,B1,2026-03-05,40,件',
      'شركة النسيج المصرية,Egypt,C1,2026-03-09,7,吨',
    ]),
    makes: { rows: 4, suppliers: 3, sites: 3, edges: 3 },
  },
};
