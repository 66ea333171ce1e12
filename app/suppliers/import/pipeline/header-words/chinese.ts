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
`;
