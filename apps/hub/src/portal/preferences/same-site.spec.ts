import { samePath } from './same-site';

describe('the way back after changing the letters', () => {
  it.each(['/', '/track', '/submit?kind=report'])('leads to %s', (path) => expect(samePath(path)).toBe(path));

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example/',
    '',
    '/a\nb',
    'javascript:1',
  ])('never leaves the site by %j', (path) => expect(samePath(path)).toBe('/'));
});
