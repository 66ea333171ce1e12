/** What stands above a column in Japanese, folded by `foldHeader`: the field, and the words that mean it. */
export const japanese = `
supplierName: 会社名 | 仕入先 | 仕入先名 | サプライヤー
siteName: 工場 | 工場名
subcontractors: 下請
group: グループ
customer: 顧客 | ブランド
registration: 法人番号
`;
