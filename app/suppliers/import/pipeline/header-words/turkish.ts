/** Column headers in Turkish, folded by `foldHeader`, by field. */
export const turkish = `
supplierName: tedarikci | tedarikci adi | firma adi | sirket
siteName: fabrika | tesis
subcontractors: taseronlar | taseron
labourProviders: is bulma kurumu
group: grup
customer: musteri | marka | alici
year: yil
registration: vergi numarasi | mersis | mersis no
asOf: tarih
orderNumber: siparis no | siparis numarasi | fatura no
orderDate: siparis tarihi | teslim tarihi | teslimat tarihi | fatura tarihi
volume: miktar | adet | agirlik | hacim
volumeUnit: birim
orderValue: tutar | deger | siparis tutari
currency: para birimi
`;
