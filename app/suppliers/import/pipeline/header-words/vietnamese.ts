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
spendCurrency: loai tien | don vi tien te
taxNumber: mst
contactName: nguoi lien he | ten nguoi lien he | lien he
contactRole: chuc vu | chuc danh
contactEmail: dia chi email | email lien he | thu dien tu
contactPhone: dien thoai | so dien thoai | sdt
`;
