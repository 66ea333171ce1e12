import { describe, expect, it } from 'vitest';
import { isSoundAddress } from './sound-address';

describe('isSoundAddress', () => {
  it.each(['/o/%ff', '/methodology/%c0%af', '/o/%', '/a%00b', '/o/x%ed%a0%80', '/x?q=%00', '/x?_data=root', '/x?a=1&_data=routes%2Fx'])(
    'rejects %s',
    (address) => expect(isSoundAddress(address)).toBe(false),
  );

  it.each(['/', '/o/caf%C3%A9', '/o/a%20b?q=%ff', '/x?q=100%', '/x?q=%2500', '/x?my_data=1', '/%F0%9F%98%80', '/a%2Fb'])(
    'accepts %s',
    (address) => expect(isSoundAddress(address)).toBe(true),
  );
});
