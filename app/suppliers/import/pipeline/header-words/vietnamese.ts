/** Column headers in Vietnamese, folded by `foldHeader`, by field. */
export const vietnamese = `
supplierName: nha cung cap | ten nha cung cap | cong ty | ten cong ty | ten
siteName: nha may | ten nha may | xuong
externalId: ma nha cung cap | ma so
subcontractors: nha thau phu
labourProviders: cong ty moi gioi lao dong | cong ty tuyen dung
group: tap doan
customer: khach hang | thuong hieu
supplyShare: ty trong
year: nam
registration: ma so doanh nghiep | ma so thue
asOf: ngay | ngay cap nhat
taxNumber: mst
contactName: nguoi lien he | ten nguoi lien he | lien he
contactRole: chuc vu | chuc danh
contactEmail: dia chi email | email lien he | thu dien tu
contactPhone: dien thoai | so dien thoai | sdt
orderNumber: so don hang | ma don hang | so hoa don
orderDate: ngay dat hang | ngay giao hang | ngay hoa don
volume: so luong | khoi luong | san luong
volumeUnit: don vi tinh | don vi
orderValue: gia tri | thanh tien | tri gia
currency: tien te | loai tien
coordinates: toa do | toa do gps | vi tri gps | toa do dia ly | gps toa do | kinh do vi do | vi do kinh do
siteName: nha xuong | phan xuong | xuong may | co so san xuat | ten xuong | ten co so
contactPhone: so dien thoai lien he | dien thoai lien he | di dong
contactName: nguoi phu trach | nguoi dai dien | ho ten nguoi lien he
taxNumber: ma so thue gtgt | so thue
`;
