/** Words of a text, apart by spaces. */
function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Lines of "meaning: word, word" as word → meaning; a line without a meaning says words that are left out. */
function meanings(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [meaning = '', words = ''] = line.split(': ');
        return words.split(', ').map((word) => [word.normalize('NFKC'), meaning.replace(/:$/, '') || ' '] as const);
      }),
  );
}

/** Legal forms in scripts other than Latin; those of Latin script are in `name-key.ts`. Longest first where one contains another. */
const foreignForms = `
股份有限公司 | 有限责任公司 | 有限責任公司 | 有限公司 | 集团公司 | 分公司 | 公司 | 株式会社 | 有限会社 | 合同会社 | 주식회사 | 유한회사 | (주) | (株) | (有) |
общество с ограниченной ответственностью | акционерное общество | ооо | оао | зао | пао | тов | тоо | оод |
еоод | ао | ад | ش.م.م | ذ.م.م | ش.م.ل | ش.م.ك | المحدودة | محدودة | شركة | مؤسسة | شرکت | پرائیویٹ | لمیٹڈ |
בע"מ | בע״מ | חברת | จำกัด (มหาชน) | ห้างหุ้นส่วนจำกัด | บริษัท | จำกัด | มหาชน | ក្រុមហ៊ុន | ບໍລິສັດ |
ကုမ္ပဏီလီမိတက် | လီမိတက် | ကုမ္ပဏီ | প্রাইভেট | লিমিটেড | লিঃ | प्राइवेट | लिमिटेड | प्रा. लि. | प्रा लि |
लि. | பிரைவேட் | லிமிடெட் | සමාගම | පුද්ගලික | α.ε. | ε.π.ε. | ανωνυμη εταιρεια
`
  .split('|')
  .map((form) => form.trim());

/** Words of a trade in other languages with their English word. Limited to words that are frequent in company names. */
const tradeWords = meanings(`
garments: 服装, 服饰, 制衣, 縫製, 의류, швейная фабрика, للملابس, الملابس, การ์เม้นท์, গার্মেন্টস, गारमेंट्स
textiles: 纺织, 紡織, 繊維, 섬유, текстиль, للنسيج, النسيج, ทอผ้า, สิ่งทอ, টেক্সটাইলস, টেক্সটাইল, टेक्सटाइल्स, टेक्सटाइल, ٹیکسٹائل
knitting: 针织
dyeing: 印染
footwear: 鞋业, 鞋
leather: 皮具, 皮革
plastics: 塑料, 塑胶
electronics: 电子, 電子, 전자
foods: 食品, ฟู้ดส์
seafood: 水产
trading: 贸易, 商事, 무역, торговый, للتجارة, التجارية
import export: 進出口, 进出口
industries: 实业, 實業, 工业, 工業, 산업, للصناعات, الصناعية, อุตสาหกรรม, ইন্ডাস্ট্রিজ, इंडस्ट्रीज
technology: 科技
group: 集团, групп, গ্রুপ
international: 国际, อินเตอร์เนชั่นแนล
factory: 工厂, фабрика, завод, مصنع
: 市, 省, 县
xiamen: 厦门
chongqing: 重庆
knitwear: নিটওয়্যার
fashion: ফ্যাশন
mills: मिल्स, ملز
exports: एक्सपोर्ट्स
`);

/** Latin words of a trade and their usual short forms, as one word. */
const latinWords = meanings(`
garments: garment, apparel, apparels, clothing, clothings, confeccoes, confecciones, konfeksiyon, bekleidung, garmen, giyim, may, abbigliamento, confection
textiles: textile, textil, tekstil, tex, textiel, tessile, textilien, det, tekstile, textiles
footwear: shoe, shoes, footwears, calzados, calcados, ayakkabi, sepatu, schuh, schuhe, giay
international: intl, internasional, internacional, uluslararasi, inter
industries: ind, industry, industrial, inds, industri, industria, industrias, industrie, sanayi, cong nghiep
manufacturing: mfg, manufacture, manufacturer, manufacturers, mfrs, manuf
factory: fty, fabrica, fabrik, usine, pabrik, fabrika, factories, works
trading: trade, traders, comercial, comercio, ticaret, dagang, handel, handels, maoyi
exports: export, exporter, exporters, exp
import: imp, imports
import exports: impex
technology: tech, technologies, teknologi, tecnologia
group: grp, grupo, gruppe, groupe
holdings: holding
brothers: bros
enterprises: ent, enterprise, ents
knitting: knit, knits, knitwear, knitwears
composite: composite, compst
spinning: spinners, spg
weaving: weavers, wvg
dyeing: dyers, dyg, dyes
printing: print, prints, printers
washing: wash, washers
embroidery: embroideries, emb
mills: mill
products: product, prod, prods, productos, produtos
foods: food, alimentos, gida, pangan
leather: leathers, couro, couros, cuero, deri
plastics: plastic, plasticos, plastik
electronics: electronic, elektronik, electronica, elec
fashion: fashions, mode, moda, modas
accessories: accessory
fabrics: fabric
yarns: yarn
toys: toy
services: service
logistics: logistic
seafood: sea, seafoods
packaging: packaging, packagings
jewelry: jewellery
development: development, dev
company: co, cie, cia
establishment: estb, est
`);

/** What a firm does or is: two different ones in two names are two firms. */
export const tradeKinds: ReadonlySet<string> = wordSet(`
garments textiles footwear knitting spinning weaving dyeing printing washing embroidery leather plastics electronics
foods seafood packaging accessories yarns fabrics logistics trading holdings toys jewelry services denim ceramics
furniture composite fashion exports import sweaters socks gloves bags zippers buttons mining rubber steel chemicals
motors construction agro tea sugar cotton palm oil paper glass solar
`);
/** Kinds that are used for one another in everyday language: not a contradiction. */
const looseKinds: readonly ReadonlySet<string>[] = [
  new Set(['garments', 'fashion', 'knitting', 'textiles', 'composite', 'fabrics', 'sweaters', 'denim', 'exports']),
  new Set(['import', 'exports', 'trading']),
  new Set(['foods', 'seafood', 'agro']),
];
/** Kinds whose addition alone makes a name look like another firm of the same group. */
export const arms: ReadonlySet<string> = wordSet(`
trading holdings logistics dyeing washing printing embroidery packaging spinning weaving accessories services group
footwear leather electronics plastics construction
`);

export function areInterchangeable(a: string, b: string): boolean {
  return looseKinds.some((kinds) => kinds.has(a) && kinds.has(b));
}

/** Words of no weight that are no kind of work. */
const common = wordSet(`
international industries manufacturing factory group enterprises brothers technology company products mills global
world development establishment and the of de del y e do da la el und et sons private import exports mfg unit plant
branch division no number general al new
`);

const places = wordSet(`
vietnam viet nam cambodia china india bangladesh pakistan indonesia thailand myanmar burma laos malaysia philippines
turkey turkiye turkiye mexico brazil brasil egypt morocco maroc tunisia tunisie jordan ethiopia kenya madagascar
mauritius lanka ceylon nepal taiwan korea japan hong kong hk usa america europe asia africa germany deutschland
italy italia france spain espana portugal poland polska romania bulgaria serbia ukraine russia uzbekistan haiti
honduras guatemala salvador nicaragua dominican peru colombia argentina chile lesotho shanghai shenzhen guangzhou
dongguan ningbo hangzhou suzhou qingdao xiamen fujian jiangsu zhejiang guangdong shandong dalian tianjin beijing
wuxi foshan zhongshan huizhou nantong dhaka gazipur narayanganj savar ashulia chittagong chattogram tirupur tiruppur
bangalore bengaluru chennai mumbai delhi gurgaon noida ludhiana surat ahmedabad jaipur kolkata karachi lahore faisalabad
sialkot multan hanoi saigon hcm hcmc danang haiphong binh duong dong nai jakarta bandung semarang surabaya bogor
tangerang bekasi phnom penh bangkok yangon mandalay vientiane manila cebu istanbul izmir bursa denizli gaziantep
colombo cairo alexandria casablanca tangier tunis amman addis ababa nairobi osaka tokyo seoul busan taipei kaohsiung
johor penang selangor north south east west central utara selatan bac nam sabah kunshan chengdu khanh hoa nha trang hai phong davao ca mau
`);

/** How far a word of a name tells firms apart: its weight is a dated parameter. */
export function wordKind(word: string): 'own' | 'common' | 'place' {
  if (places.has(word)) return 'place';
  return common.has(word) || tradeKinds.has(word) ? 'common' : 'own';
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const letters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/u;
/** Words of scripts without spaces are found anywhere, others where no letter touches them. */
const bounded = (word: string) => (letters.test(word) ? escaped(word) : `(?<![\\p{L}\\p{M}])${escaped(word)}(?![\\p{L}\\p{M}])`);
const byLength = (words: readonly string[]) => [...words].sort((a, b) => b.length - a.length);
const formPattern = new RegExp(
  byLength(foreignForms.map((form) => form.normalize('NFKC')))
    .map(bounded)
    .join('|'),
  'gu',
);
const tradePattern = new RegExp(
  byLength([...tradeWords.keys()])
    .map(bounded)
    .join('|'),
  'gu',
);
const isLatin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** A name in any script with its foreign legal forms gone and its trade words in English; Latin names pass through. Lower case, NFKC. */
export function plainForeign(name: string): { text: string; wasForeign: boolean } {
  const text = name.normalize('NFKC').toLowerCase();
  if (isLatin.test(text)) return { text, wasForeign: false };
  // The Arabic article is written with its word.
  return {
    text: text
      .replace(formPattern, ' ')
      .replace(tradePattern, (word) => ` ${tradeWords.get(word) ?? word} `)
      .replace(/(?<!\p{L})ال(?=\p{L}{3})/gu, ''),
    wasForeign: true,
  };
}

/** One Latin word as the trade words it stands for, and a trade word taken off the end of a word it was written together with. */
export function plainLabel(word: string): string {
  const known = latinWords.get(word);
  if (known !== undefined) return known;
  for (let length = Math.min(13, word.length - 3); length >= 5; length--) {
    const end = word.slice(-length);
    const meaning = latinWords.get(end) ?? (tradeKinds.has(end) || common.has(end) ? end : undefined);
    if (meaning !== undefined && !tradeKinds.has(word) && !common.has(word)) return `${word.slice(0, -length)} ${meaning}`;
  }
  return word;
}
