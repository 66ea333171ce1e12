import { expect, it, test } from 'vitest';
import type { Field } from './fields';
import { foldHeader } from './fold-header';
import { headerWords } from './header-words';
import { mapColumns } from './map-columns.server';

const values: Partial<Record<Field, string>> = {
  coordinates: '10.75, 106.59',
  workers: '120',
  femaleShare: '80',
  contactEmail: 'a@b.example',
};
const fieldOf = (header: string, field: Field) => mapColumns([header], [{ cells: [values[field] ?? 'Alpha'] }])[0]?.field;

test.each<[Field, readonly string[]]>([
  [
    'coordinates',
    [
      'Tọa độ GPS',
      'GPS-Koordinaten',
      'Coordenadas GPS',
      'GPS koordinatları',
      '经纬度',
      'GPS坐标',
      'Coordonnées GPS',
      'Koordinat',
      'স্থানাঙ্ক',
      'Lat/Long',
    ],
  ],
  ['region', ['Tỉnh/Thành phố', 'Bundesland', 'Provincia', 'Estado/Provincia', 'UF', 'İl', '省/市', 'জেলা', 'Provinsi']],
  ['city', ['Thành phố', 'Quận/Huyện', 'Stadt', 'Ciudad', 'Cidade', 'İl/İlçe', '城市', 'Kabupaten/Kota', 'উপজেলা']],
  [
    'femaleShare',
    [
      'Lao động nữ',
      'Số lao động nữ',
      'Number of women',
      '# women',
      'Anzahl Frauen',
      'Nº de mujeres',
      'Número de mulheres',
      'Kadın çalışan sayısı',
      '女工人数',
      'নারী শ্রমিক',
      'Pekerja perempuan',
    ],
  ],
  [
    'workers',
    [
      'Số lao động',
      'Anzahl Mitarbeiter',
      'Nº de trabajadores',
      'Número de funcionários',
      'Çalışan sayısı',
      '员工总数',
      'শ্রমিক সংখ্যা',
      'Jumlah karyawan',
    ],
  ],
  ['product', ['Sản phẩm', 'Hàng hóa', 'Mặt hàng', 'Artikel', 'Ware', 'Artículo', 'Mercadoria', 'Ürün adı', '品名', 'পণ্য', 'Barang']],
  ['taxNumber', ['MST', 'Steuernummer', 'NIF', 'Vergi kimlik no', '税号', 'ভ্যাট নম্বর', 'NPWP']],
  ['postalCode', ['Mã bưu điện', 'PLZ', 'Código postal', 'CEP', 'Posta kodu', '邮编', 'পোস্ট কোড', 'Kode pos']],
  ['contactEmail', ['Email liên hệ', 'E-Mail-Adresse', 'Correo electrónico', 'E-posta', '邮箱', 'ইমেইল']],
])('%s is found under %j', (field, headers) => {
  expect(headers.map((header) => [header, fieldOf(header, field)])).toEqual(headers.map((header) => [header, field]));
});

it('writes every word as headers are folded', () => {
  for (const [field, words] of headerWords) for (const word of words) expect([field, foldHeader(word)]).toEqual([field, word]);
});
