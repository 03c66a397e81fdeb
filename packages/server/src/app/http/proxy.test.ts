import { expect, it } from 'vitest';
import { isOurProxy } from './proxy.ts';

it.each(['127.0.0.1', '10.1.2.3', '172.18.0.2', '192.168.1.1', '::1', 'fd00::7', '::ffff:172.18.0.2'])(
  'believes %s where it is connected to us, and not where it only stands in a header',
  (address) => {
    expect([isOurProxy(address, 0), isOurProxy(address, 1)]).toEqual([true, false]);
  },
);

it.each(['203.0.113.9', '172.32.0.1', '2001:db8::1', '::ffff:203.0.113.9', 'unknown', ''])(
  'believes nothing of %s, which is not near',
  (address) => {
    expect(isOurProxy(address, 0)).toBe(false);
  },
);
