/** What stands above a column in Turkish, folded by `foldHeader`: the field, and the words that mean it. */
export const turkish = `
supplierName: tedarikci | tedarikci adi | firma adi | sirket
siteName: fabrika | tesis
country: ulke
city: sehir | ilce
region: il | bolge
postalCode: posta kodu
lat: enlem
lng: boylam
sector: sektor
product: urun
workers: calisan sayisi | isci sayisi
femaleShare: kadin orani
migrantShare: gocmen isci | gocmen orani
agencyShare: tasheron
subcontractors: taseronlar | taseron
labourProviders: is bulma kurumu
group: grup
customer: musteri | marka | alici
year: yil
parentCompany: ana sirket
tier: kademe
registration: vergi numarasi | mersis | mersis no
supplierType: tur
asOf: tarih
`;
