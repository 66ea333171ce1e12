/** Column headers in Chinese, folded by `foldHeader`, by field. */
export const chinese = `
supplierName: 供应商 | 供应商名称 | 公司 | 公司名称 | 企业名称 | 名称 | 供應商 | 供應商名稱 | 公司名稱
siteName: 工厂 | 工厂名称 | 工廠 | 工廠名稱
externalId: 供应商编号 | 供应商代码 | 编号
subcontractors: 分包商 | 外发工厂
labourProviders: 劳务中介 | 劳务派遣公司
group: 集团
customer: 客户 | 品牌
supplyShare: 份额
year: 年 | 年份
registration: 统一社会信用代码
asOf: 日期 | 更新日期
taxNumber: 税号 | 纳税人识别号 | 稅號
contactName: 联系人 | 联络人 | 聯絡人 | 联系人姓名
contactRole: 职务 | 职位 | 職務
contactEmail: 邮箱 | 电子邮箱 | 电子邮件 | 電子郵件
contactPhone: 电话 | 联系电话 | 手机 | 電話 | 手機
orderNumber: 订单号 | 订单编号 | 采购订单号 | 發票號 | 发票号 | 訂單號 | 訂單編號
orderDate: 订单日期 | 交货日期 | 发货日期 | 訂單日期 | 交貨日期
volume: 数量 | 數量 | 重量 | 订单数量 | 交货数量
volumeUnit: 单位 | 單位
orderValue: 金额 | 金額 | 订单金额 | 总价
currency: 币种 | 货币 | 幣別 | 貨幣
group: 集团名称 | 母公司集团
siteName: 生产厂 | 加工厂 | 生产工厂 | 生产厂家
coordinates: 坐标 | gps坐标 | gps 坐标 | 经纬度 | 地理坐标 | 座標 | 經緯度 | gps定位
contactPhone: 联系方式 | 手机号 | 手机号码
taxNumber: 统一编号 | 統一編號
`;
