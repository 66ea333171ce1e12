/** Column headers in Japanese, folded by `foldHeader`, by field. */
export const japanese = `
supplierName: 会社名 | 仕入先 | 仕入先名 | サプライヤー
siteName: 工場 | 工場名
subcontractors: 下請
group: グループ
customer: 顧客 | ブランド
registration: 法人番号
`;
