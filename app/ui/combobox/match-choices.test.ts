import { describe, expect, it } from 'vitest';
import { foldChoice, matchChoices } from './match-choices';

describe('the text that is compared', () => {
  it('has no accents, case, punctuation, or Arabic vowel signs', () => {
    expect(foldChoice(' Đà Nẵng, S.A. ')).toBe('da nang sa');
    expect(foldChoice('İSTANBUL ılık')).toBe('istanbul ilik');
    expect(foldChoice('U.K.')).toBe('uk');
    expect(foldChoice('ada.example@mill.example')).toBe('ada example mill example');
    expect(foldChoice('مِصْر')).toBe('مصر');
  });

  it('keeps the vowel signs of Indian scripts, which are letters', () => {
    expect(foldChoice('भारत')).not.toBe(foldChoice('भरत'));
  });

  it('is found within a name in scripts without spaces', () => {
    expect(matchChoices([{ value: 'a', label: '上海纺织有限公司' }], '纺织')).toHaveLength(1);
    expect(matchChoices([{ value: 'a', label: 'Shanghai Textile' }], 'hai')).toHaveLength(0);
  });
});
