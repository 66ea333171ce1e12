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
taxNumber: npwp | nomor npwp
contactName: narahubung | kontak | nama kontak | pic
contactRole: jabatan
contactEmail: alamat email | surel | email kontak
contactPhone: telepon | nomor telepon | no telp | no hp
orderNumber: nomor pesanan | no pesanan | nomor po | nomor faktur
orderDate: tanggal pesanan | tanggal pengiriman | tanggal faktur
volume: jumlah | kuantitas | berat | volume
volumeUnit: satuan
orderValue: nilai | nilai pesanan
currency: mata uang
group: grup
coordinates: koordinat gps | titik koordinat | koordinat lokasi | lokasi gps
contactPhone: nomor hp | nomor telepon kontak
`;
