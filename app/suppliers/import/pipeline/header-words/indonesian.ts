/** Column headers in Indonesian, folded by `foldHeader`, by field. */
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
spendCurrency: mata uang
taxNumber: npwp | nomor npwp
contactName: narahubung | kontak | nama kontak | pic
contactRole: jabatan
contactEmail: alamat email | surel | email kontak
contactPhone: telepon | nomor telepon | no telp | no hp
`;
