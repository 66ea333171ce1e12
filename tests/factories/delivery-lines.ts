/** What a health programme's list of delivery lines contains, and what must come of it. */
export const deliveryShape = { rows: 10_324, vendors: 73, sites: 88, pairs: 144, destinations: 43 };

const header = [
  ...['ID', 'Project Code', 'PQ #', 'PO / SO #', 'ASN/DN #', 'Country', 'Managed By', 'Fulfill Via', 'Vendor INCO Term', 'Shipment Mode'],
  ...['PO Sent to Vendor Date', 'Scheduled Delivery Date', 'Delivery Recorded Date', 'Product Group', 'Sub Classification', 'Vendor'],
  ...['Item Description', 'Molecule/Test Type', 'Brand', 'Dosage', 'Dosage Form', 'Unit of Measure (Per Pack)', 'Line Item Quantity'],
  ...['Line Item Value', 'Pack Price', 'Unit Price', 'Manufacturing Site', 'First Line Designation', 'Weight (Kilograms)'],
  ...['Freight Cost (USD)', 'Line Item Insurance (USD)'],
];
const [starts, ends, kinds] = [
  ['Al', 'Bor', 'Cas', 'Dren', 'El', 'Far', 'Gal', 'Hol', 'Ivo', 'Jun', 'Kal'],
  ['dera', 'vance', 'tonia', 'quist', 'marra', 'pellin', 'zorra', 'wyck'],
  ['Pharma', 'Biologics', 'Laboratories', 'Diagnostics', 'Lifecare', 'Remedies'],
];
const made = ['India', 'Switzerland', 'South Africa', 'Germany', 'United States', 'China', 'Canada', 'Cyprus', 'Korea'];
const destinations =
  "Angola,Benin,Botswana,Burkina Faso,Burundi,Cameroon,Congo DRC,Côte d'Ivoire,Dominican Republic,Ethiopia,Ghana,Guatemala,Guinea,Guyana,Haiti,Kazakhstan,Kenya,Kyrgyzstan,Lebanon,Lesotho,Liberia,Libya,Malawi,Mali,Mozambique,Namibia,Nigeria,Pakistan,Rwanda,Senegal,Sierra Leone,South Africa,South Sudan,Sudan,Swaziland,Tanzania,Togo,Uganda,Vietnam,Zambia,Zimbabwe,Afghanistan,Belize".split(
    ',',
  );
const items = [
  'Ardavir 300mg tablets',
  'Belutine 10mg/ml oral solution',
  'Cormine test kit, 100 tests',
  'Dolvane 50mg tablets',
  'Rapid test, 25',
];
const molecules = ['Ardavir', 'Belutine', 'Cormine', 'Dolvane', 'Rapid test'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const nameOf = (at: number) => `${starts[at % 11]}${ends[Math.floor(at / 11) % 8]} ${kinds[(at * 5) % 6]}`;
const siteOf = (at: number) => `${ends[at % 8]?.toUpperCase()} ${starts[Math.floor(at / 8) % 11]} Works, ${made[at % 9]}`;
const cell = (text: string | number) => (/[",]/.test(`${text}`) ? `"${text}"` : `${text}`);
const dayOf = (at: number) => `${1 + (at % 28)}-${months[at % 12]}-${10 + (Math.floor(at / 900) % 6)}`;

/**
 * A list of delivery lines of invented vendors, factories and goods, with the columns of a public health programme's. Every vendor has its goods made at one
 * factory or more, every factory works for one vendor or more, and no row is an address.
 */
export function deliveryLines(rows = deliveryShape.rows): string {
  const { vendors, sites, pairs, destinations: countries } = deliveryShape;
  // Each vendor has a factory and each factory a vendor; the others come on top, none twice.
  const links = new Map<string, [number, number]>();
  for (let at = 0; links.size < pairs; at++) {
    const pair: [number, number] = at < sites ? [at % vendors, at] : [(at * 7) % vendors, (at * 11 + 3) % sites];
    links.set(pair.join(), pair);
  }
  const linked = [...links.values()];
  const lines = Array.from({ length: rows }, (_, at) => {
    const [vendor, site] = linked[at % pairs] ?? [0, 0];
    const [country, item, quantity] = [destinations[(at * 3 + Math.floor(at / pairs)) % countries] ?? '', at % 5, 20 + ((at * 37) % 9_000)];
    const price = (3 + ((at * 17) % 400) / 10).toFixed(2);
    return [
      ...[
        at + 1,
        `${100 + (at % 90)}-XX-T${10 + (at % 30)}`,
        at % 3 === 0 ? 'Pre-PQ Process' : `FPQ-${at % 700}`,
        `SCMS-${at % 5_000}`,
        `ASN-${at}`,
      ],
      ...[
        country,
        'PMO - US',
        at % 2 === 0 ? 'Direct Drop' : 'From RDC',
        ['EXW', 'FCA', 'CIP'][at % 3] ?? '',
        at % 2 === 0 ? 'Air' : 'Truck',
      ],
      ...[
        at % 4 === 0 ? 'Date Not Captured' : dayOf(at),
        dayOf(at + 40),
        dayOf(at + 45),
        at % 3 === 2 ? 'HRDT' : 'ARV',
        'Adult',
        nameOf(vendor),
      ],
      ...[items[item] ?? '', molecules[item] ?? '', 'Generic', '300mg', 'Tablet', 30 + (at % 3) * 30, quantity],
      ...[(quantity * Number(price)).toFixed(2), price, (Number(price) / 60).toFixed(2), siteOf(site), at % 2 === 0 ? 'Yes' : 'No'],
      ...[
        at % 5 === 0 ? 'Weight Captured Separately' : (at * 13) % 4_000,
        at % 7 === 0 ? 'Freight Included in Commodity Cost' : (at * 1.7).toFixed(2),
      ],
      at % 9 === 0 ? '' : (at * 0.3).toFixed(2),
    ]
      .map(cell)
      .join(',');
  });
  return `${header.map(cell).join(',')}\n${lines.join('\n')}\n`;
}
