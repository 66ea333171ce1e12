import { describe, expect, it, test } from 'vitest';
import { placeWords } from './place-words.server';

describe('words for products in lists', () => {
  test.each<[string, readonly string[]]>([
    [
      '14',
      [
        'Jacke',
        'Jacke Kinder',
        'Poloshirt',
        'Wollmützen',
        'T-Shirt Damen',
        'T-Shirt Männer weiß',
        'Áo thun',
        'Áo polo',
        'Quần áo trẻ em',
        'Camiseta',
        'Pantalón',
        'Calças',
        'Jaqueta',
        'Gömlek',
        'Tişört',
        'Chemise',
        'Pull',
        'Polo',
      ],
    ],
    ['13', ['Nhuộm vải', 'Stoffe', 'Tecidos', 'Kumaş', 'Tissu', 'Toallas']],
    ['15', ['Giày thể thao', 'Ayakkabı', 'Sapatos', 'Rucksack', 'Ceinture']],
    ['26', ['Linh kiện điện tử', 'Kopfhörer', 'Auriculares', 'Computadores', 'Kulaklık', 'Écran']],
    [
      '27',
      ['Powerbank', 'Netzteil 20W', 'Ladegeräte', 'LED drivers', 'Pin sạc dự phòng', 'Cargador', 'Carregadores', 'Şarj cihazı', 'Chargeur'],
    ],
    ['17', ['Thùng carton', 'Karton', 'Caixa de papelão']],
  ])('lead to division %s: %j', (division, texts) => {
    expect(texts.map((text) => [text, placeWords(text).sector?.sector.slice(0, 2)])).toEqual(texts.map((text) => [text, division]));
  });

  it('are asked about where they may be of several industries', () => {
    const { sector, sectors } = placeWords('Gehäuse');
    expect(sector).toBeNull();
    expect(sectors.map((each) => each.sector)).toEqual(expect.arrayContaining(['22', '25']));
  });

  it('are asked about where one word of an index of industries is all that fits', () => {
    for (const text of ['drivers', 'trim']) expect([text, placeWords(text).sector]).toEqual([text, null]);
  });
});
