/** What stands above a column in Indonesian, folded by `foldHeader`: the field, and the words that mean it. */
export const indonesian = `
supplierName: pemasok | nama pemasok | perusahaan | nama perusahaan | nama
siteName: pabrik | nama pabrik
subcontractors: subkontraktor
labourProviders: agen tenaga kerja
customer: pelanggan | merek | pembeli
supplyShare: porsi
year: tahun
registration: nib
asOf: tanggal
`;
