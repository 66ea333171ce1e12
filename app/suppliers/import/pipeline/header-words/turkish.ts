/** What stands above a column in Turkish, folded by `foldHeader`: the field, and the words that mean it. */
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
