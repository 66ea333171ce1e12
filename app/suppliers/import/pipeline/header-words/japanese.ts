/** Column headers in Japanese, folded by `foldHeader`, by field. */
export const japanese = `
supplierName: 会社名 | 仕入先 | 仕入先名 | サプライヤー
siteName: 工場 | 工場名
subcontractors: 下請
group: グループ
customer: 顧客 | ブランド
registration: 法人番号
spendCurrency: 通貨
taxNumber: 税務番号
contactName: 担当者 | 担当者名 | 連絡先担当者 | ご担当者
contactRole: 役職
contactEmail: メールアドレス | メール
contactPhone: 電話番号 | 電話 | 連絡先
`;
