import { CookieJar } from './cookie-jar';

const jarWith = (from: string, ...lines: string[]): CookieJar => {
  const jar = new CookieJar();
  jar.keep(new URL(from), lines);
  return jar;
};
const sent = (jar: CookieJar, to: string) => jar.headerFor(new URL(to));

describe('a cookie jar', () => {
  it('sends cookies to the host that set them, below their path', () => {
    const jar = jarWith('http://tousu.example/user/login', 'sid=1; HttpOnly', 'all=2; Path=/');
    expect(sent(jar, 'http://tousu.example/user/home')).toBe('sid=1; all=2');
    expect(sent(jar, 'http://tousu.example/list')).toBe('all=2');
    expect(sent(jar, 'http://other.example/user/')).toBeUndefined();
    expect(sent(jar, 'http://sub.tousu.example/user/')).toBeUndefined();
  });

  it('keeps for a whole domain only what belongs to it', () => {
    const jar = jarWith(
      'http://bbs.tousu.example/',
      'a=1; Domain=tousu.example',
      'b=2; Domain=other.example',
      'c=3; Domain=example',
    );
    expect(sent(jar, 'http://www.tousu.example/')).toBe('a=1');
    expect(sent(jar, 'http://other.example/')).toBeUndefined();
  });

  it('sends a secure cookie over TLS alone', () => {
    const jar = jarWith('https://tousu.example/', 's=1; Secure');
    expect(sent(jar, 'http://tousu.example/')).toBeUndefined();
    expect(sent(jar, 'https://tousu.example/')).toBe('s=1');
  });

  it('forgets what the site takes back', () => {
    const jar = jarWith('http://tousu.example/', 'a=1', 'b=1', 'c=1');
    jar.keep(new URL('http://tousu.example/'), ['a=; Max-Age=0', 'b=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'c=2']);
    expect(sent(jar, 'http://tousu.example/')).toBe('c=2');
  });
});
