import { isInward, networkOf } from './inward';

describe('an address', () => {
  it.each([
    '0.0.0.0',
    '0.1.2.3',
    '10.255.255.255',
    '100.64.0.1',
    '100.127.255.255',
    '127.0.0.1',
    '127.255.0.9',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.168.1.1',
    '198.19.0.1',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '::',
    '::1',
    '0:0:0:0:0:0:0:1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '::FFFF:192.168.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    'fc00::1',
    'fdff:ffff::1',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'fec0::1',
    'ff02::1',
    '100::1',
    '2001:0:1::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
  ])('%s is inward', (address) => {
    expect(isInward(address)).toBe(true);
  });

  it.each([
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '169.253.0.1',
    '192.0.1.1',
    '198.20.0.1',
    '223.255.255.255',
    '2400:3200::1',
    '2001:4860:4860::8888',
    '::ffff:114.114.114.114',
    '64:ff9b::114.114.114.114',
  ])('%s is outward', (address) => {
    expect(isInward(address)).toBe(false);
  });

  it.each(['', 'localhost', '256.1.1.1', '1.2.3', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::ffff:1.2.3', 'g::1'])(
    'that is none (%s) counts as inward',
    (text) => {
      expect(isInward(text)).toBe(true);
    },
  );
});

describe('the network that an address counts for', () => {
  it.each([
    ['one subscriber has a whole /64', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::1', true],
    ['another has another', '2001:db8:1:2::1', '2001:db8:1:3::1', false],
    ['an IPv4 address is the same within IPv6', '::ffff:203.0.113.7', '203.0.113.7', true],
    ['two IPv4 addresses are two', '203.0.113.7', '203.0.113.8', false],
    ['two IPv4 addresses within IPv6 are two', '::ffff:203.0.113.7', '::ffff:203.0.113.8', false],
  ])('%s', (_, one, other, same) => expect(networkOf(one) === networkOf(other)).toBe(same));
});
