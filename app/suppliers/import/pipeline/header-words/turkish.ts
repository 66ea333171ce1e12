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
`;
