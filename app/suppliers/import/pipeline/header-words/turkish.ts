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
taxNumber: vergi no | vkn
contactName: irtibat kisisi | yetkili kisi | ilgili kisi | iletisim kisisi | yetkili
contactRole: unvan | gorev
contactEmail: e posta | eposta | e posta adresi
contactPhone: telefon | telefon numarasi | cep telefonu
orderNumber: siparis no | siparis numarasi | fatura no
orderDate: siparis tarihi | teslim tarihi | teslimat tarihi | fatura tarihi
volume: miktar | adet | agirlik | hacim
volumeUnit: birim
orderValue: tutar | deger | siparis tutari
currency: para birimi
supplierName: tedarikci firma | firma unvani | sirket adi
siteName: fabrika adi | tesis adi | isyeri | isyeri adi
coordinates: koordinat | koordinatlar | gps koordinatlari | gps koordinat | gps konumu | konum
taxNumber: vergi kimlik no | vergi kimlik numarasi
contactPhone: telefon no | irtibat telefonu | iletisim telefonu
contactEmail: iletisim e posta
`;
