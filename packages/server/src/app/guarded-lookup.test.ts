import { describe, expect, it } from 'vitest';
import { isPrivate, isPrivateHost, isWebAddress } from './guarded-lookup.ts';

describe('an address', () => {
  // The special-purpose registries of IANA, first and last of each, and what held an IPv4 address of one's own.
  it.each([
    ...['0.0.0.0', '0.255.255.255', '10.0.0.1', '100.64.0.0', '100.127.255.255', '127.0.0.1', '127.255.255.255'],
    ...['169.254.169.254', '172.16.0.0', '172.31.255.255', '192.0.0.8', '192.0.0.170', '192.0.2.1', '192.31.196.1'],
    ...['192.52.193.1', '192.88.99.2', '192.168.255.255', '192.175.48.1', '198.18.0.0', '198.19.255.255'],
    ...['198.51.100.1', '203.0.113.255', '224.0.0.1', '239.255.255.255', '240.0.0.0', '255.255.255.255'],
    ...['::', '::1', '::10.0.0.1', '::8.8.8.8', '::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:0:8.8.8.8'],
    ...['64:ff9b::10.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:808:808', '100::1'],
    ...['100:0:0:1::1', '2001::1', '2001:0:808:808::1', '2001:1::1', '2001:2::1', '2001:3::1', '2001:4:112::1'],
    ...['2001:10::1', '2001:20::1', '2001:30::1', '2001:1ff:ffff::1', '2001:db8::1', '2002:a00:1::', '2002:7f00:1::1'],
    ...['2002:a9fe:a9fe::', '2620:4f:8000::1', '3fff::1', '3fff:fff::1', '5f00::1', '4000::1', 'fc00::1', 'fdff::1'],
    ...[
      'fe80::1',
      'fe80::1%eth0',
      'febf::1',
      'fec0::1',
      'feff::1',
      'ff00::1',
      'ff02::1',
      'ffff::1',
      '',
      'x',
      '1.2.3.4.5',
    ],
  ])('%s is nobody’s outside', (address) => {
    expect(isPrivate(address)).toBe(true);
  });

  it.each([
    ...['1.1.1.1', '8.8.8.8', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '172.15.0.1', '172.32.0.0'],
    ...['192.0.1.1', '192.167.0.1', '192.169.0.1', '198.17.0.1', '198.20.0.0', '203.162.4.190', '223.255.255.255'],
    ...['::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2002:808:808::1', '2001:200::1', '2001:4860:4860::8888', '2400:cb00::1'],
    ...['2001:db7::1', '2001:db9::1', '2606:4700::1111', '3ffe::1'],
  ])('%s is one of the internet', (address) => {
    expect(isPrivate(address)).toBe(false);
  });

  it('that an administrator named may be called, in brackets or without', () => {
    expect([
      isPrivateHost('[::1]', []),
      isPrivateHost('[::1]', ['::1']),
      isPrivateHost('10.0.0.1', ['10.0.0.1']),
    ]).toEqual([true, false, false]);
    expect(isPrivateHost('dichvucong.gov.vn', [])).toBe(false);
  });
});

it.each([
  'http:///x',
  'http://',
  'http:////a.vn/',
  'https:/\\a.vn',
  'http:\\\\a.vn',
  'https://?a',
  'ftp://a.vn/',
  'a.vn',
])('%s names no host of the web', (text) => {
  expect([isWebAddress(text), isWebAddress('https://a.vn/'), isWebAddress('HTTP://a.vn')]).toEqual([false, true, true]);
});
