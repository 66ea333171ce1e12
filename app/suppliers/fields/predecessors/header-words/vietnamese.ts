/** What stands above a column in Vietnamese, folded by `foldHeader`: the field, and the words that mean it. */
export const vietnamese = `
supplierName: nha cung cap | ten nha cung cap | cong ty | ten cong ty | ten
siteName: nha may | ten nha may | xuong
externalId: ma nha cung cap | ma so
country: quoc gia | nuoc
address: dia chi
city: thanh pho | quan huyen
region: tinh | tinh thanh
postalCode: ma buu dien | ma buu chinh
lat: vi do
lng: kinh do
sector: nganh | nganh nghe | linh vuc
product: san pham | mat hang
workers: so lao dong | so cong nhan | lao dong | cong nhan | tong so lao dong
femaleShare: ty le nu | lao dong nu | nu percent
migrantShare: lao dong di cu | ty le lao dong di cu
agencyShare: lao dong thoi vu
subcontractors: nha thau phu
labourProviders: cong ty moi gioi lao dong | cong ty tuyen dung
group: tap doan
customer: khach hang | thuong hieu
supplyShare: ty trong
year: nam
parentCompany: cong ty me
tier: cap do | cap
registration: ma so doanh nghiep | ma so thue
supplierType: loai | loai nha may
asOf: ngay | ngay cap nhat
`;
