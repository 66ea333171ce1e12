import { describe, expect, it } from 'vitest';
import { findMentions, textParts, withoutMentions } from './find-mentions';
import { mentionTyped } from './mention-typed';

const members = [
  { userId: 'ana', name: 'Ana Ruiz' },
  { userId: 'ana-maria', name: 'Ana María Ruiz' },
  { userId: 'linh', name: 'Linh Tran' },
  { userId: 'maya', name: 'Maya' },
];
const named = (text: string) => {
  const { mentions, unknown } = findMentions(text, members);
  return { named: mentions.map(({ userId, start, length }) => [userId, text.slice(start, start + length)]), unknown };
};

describe('mentions', () => {
  it('finds whole names without regard to case and accents, the longest first', () => {
    expect(named('@ana maria ruiz and @ANA RUIZ, please check')).toEqual({
      named: [
        ['ana-maria', '@ana maria ruiz'],
        ['ana', '@ANA RUIZ'],
      ],
      unknown: [],
    });
  });

  it('accepts a first name that one member has, and reports one that several have or none', () => {
    expect(named('(@linh) asks @Ana and @Viktor')).toEqual({ named: [['linh', '@linh']], unknown: ['Ana', 'Viktor'] });
  });

  it('does not read email addresses, single signs or longer words as mentions', () => {
    expect(named('Write to buyer@maya.example, @ noon')).toEqual({ named: [], unknown: [] });
    expect(named('@Mayan')).toEqual({ named: [], unknown: ['Mayan'] });
  });

  it('keeps the place of a mention behind signs of two code units', () => {
    const text = '👍👍 İ @Maya ok';
    const { mentions } = findMentions(text, members);
    expect(textParts(text, mentions)).toEqual([
      { text: '👍👍 İ ', isMention: false },
      { text: '@Maya', isMention: true },
      { text: ' ok', isMention: false },
    ]);
    expect(withoutMentions(text, mentions)).toBe('👍👍 İ       ok');
  });
});

describe('a mention that is being typed', () => {
  it('is what follows the @ before the cursor, up to three words', () => {
    expect(mentionTyped('Ask @ana ma')).toEqual({ text: 'ana ma', start: 4 });
    expect(mentionTyped('@')).toEqual({ text: '', start: 0 });
    expect(mentionTyped('Ask @ana about wages paid in May')).toBeNull();
    expect(mentionTyped('buyer@maya')).toBeNull();
  });
});
