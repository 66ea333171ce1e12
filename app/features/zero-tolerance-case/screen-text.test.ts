import { describe, expect, it } from 'vitest';
import { screenText } from './screen-text';

describe('the screen of free text', () => {
  it.each([
    ['write to rahima.k@example.org', ['email']],
    ['call +880 1712-345678 tonight', ['phone']],
    ['رقم ٠١٧١٢٣٤٥٦٧٨', ['phone']],
    ['passport BX0123456 is in the office', ['document']],
    ['we met Rahima Khatun near the gate', ['name']],
    ['we spoke to Mr Karim', ['name']],
    ['entretien avec Mme D.', ['name']],
  ])('%s', (text, expected) => expect(screenText(text)).toEqual(expected));

  it.each([
    'Worker W-12 says the exit is locked from 22:00 to 06:00.',
    'Seen on 2026-11-24. Several sources agree, about 40 people.',
    'Wages of 12,500 a month are kept back; BW.FL.1.b. The Ministry was not told.',
    '',
  ])('lets pass: %s', (text) => expect(screenText(text)).toEqual([]));
});
