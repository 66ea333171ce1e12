/** Column headers in Japanese, folded by `foldHeader`, by field. */
export const japanese = `
supplierName: 会社名 | 仕入先 | 仕入先名 | サプライヤー
siteName: 工場 | 工場名
subcontractors: 下請
group: グループ
customer: 顧客 | ブランド
registration: 法人番号
taxNumber: 税務番号
contactName: 担当者 | 担当者名 | 連絡先担当者 | ご担当者
contactRole: 役職
contactEmail: メールアドレス | メール
contactPhone: 電話番号 | 電話 | 連絡先
orderNumber: 注文番号 | 発注番号 | 請求書番号
orderDate: 注文日 | 発注日 | 納品日 | 納期
volume: 数量 | 重量
volumeUnit: 単位
orderValue: 金額 | 注文金額
currency: 通貨
coordinates: 座標 | gps座標 | 緯度経度
`;
