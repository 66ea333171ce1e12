/** What stands above a column in Chinese, folded by `foldHeader`: the field, and the words that mean it. */
export const chinese = `
supplierName: 供应商 | 供应商名称 | 公司 | 公司名称 | 企业名称 | 名称 | 供應商 | 供應商名稱 | 公司名稱
siteName: 工厂 | 工厂名称 | 工廠 | 工廠名稱
externalId: 供应商编号 | 供应商代码 | 编号
country: 国家 | 国家 地区 | 國家
address: 地址 | 详细地址
city: 城市
region: 省 | 省份 | 州
postalCode: 邮编 | 邮政编码
lat: 纬度
lng: 经度
sector: 行业 | 行業
product: 产品 | 產品 | 产品类型
workers: 员工人数 | 工人数 | 员工总数 | 員工人數
femaleShare: 女工比例 | 女性比例 | 女员工比例
migrantShare: 外来务工人员比例 | 移民工人比例 | 流动工人比例
agencyShare: 劳务派遣比例 | 派遣工比例
subcontractors: 分包商 | 外发工厂
labourProviders: 劳务中介 | 劳务派遣公司
group: 集团
customer: 客户 | 品牌
supplyShare: 份额
year: 年 | 年份
parentCompany: 母公司
tier: 层级 | 级别
registration: 统一社会信用代码
supplierType: 类型 | 工厂类型
asOf: 日期 | 更新日期
`;
