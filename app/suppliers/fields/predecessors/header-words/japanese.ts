/** What stands above a column in Japanese, folded by `foldHeader`: the field, and the words that mean it. */
export const japanese = `
supplierName: 会社名 | 仕入先 | 仕入先名 | サプライヤー
siteName: 工場 | 工場名
country: 国 | 国名
address: 住所
city: 市
region: 都道府県
postalCode: 郵便番号
lat: 緯度
lng: 経度
sector: 業種
product: 製品
workers: 従業員数
subcontractors: 下請
group: グループ
customer: 顧客 | ブランド
parentCompany: 親会社
registration: 法人番号
`;
