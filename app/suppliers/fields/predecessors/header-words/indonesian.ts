/** What stands above a column in Indonesian, folded by `foldHeader`: the field, and the words that mean it. */
export const indonesian = `
supplierName: pemasok | nama pemasok | perusahaan | nama perusahaan | nama
siteName: pabrik | nama pabrik
country: negara
address: alamat
city: kota
region: provinsi
postalCode: kode pos
lat: lintang
lng: bujur
product: produk
workers: jumlah pekerja | pekerja
femaleShare: perempuan
migrantShare: pekerja migran
agencyShare: pekerja kontrak
subcontractors: subkontraktor
labourProviders: agen tenaga kerja
customer: pelanggan | merek | pembeli
supplyShare: porsi
year: tahun
parentCompany: perusahaan induk
tier: tingkat
registration: nib
supplierType: jenis
asOf: tanggal
`;
