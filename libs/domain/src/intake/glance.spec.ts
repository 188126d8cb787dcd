import { glanceOf } from './glance';
import { EMPTY_READING } from './inbound-message';

const letter = (text: string, subject = '') =>
  glanceOf({ ...EMPTY_READING, subject, text, party: { name: '邹晓梅', phone: '', email: 'zou.xm@example.com', address: '' } });

describe('a glance at a letter that waits', () => {
  it('masks who wrote it, in sender, subject and words', () => {
    const glance = letter('我叫邹晓梅，电话 13812345678，信箱 zou.xm@example.com。\n\n油烟很大。', '邹晓梅的来信');
    expect(glance.sender).toBe('邹** z***@example.com');
    expect(JSON.stringify(glance)).not.toMatch(/晓梅|zou\.xm|13812345678/);
    expect(glance).toMatchObject({ subject: '邹**的来信', words: expect.stringContaining('油烟很大。') });
  });

  it('shows the beginning of own words, not what they answer', () => {
    const glance = letter(`昨晚又响了。\n\n在 2026年11月20日，一线通 写道：\n> 您反映的风机已经整改。\n`);
    expect(glance.words).toBe('昨晚又响了。');
    expect(letter('很长。'.repeat(2000)).words.length).toBeLessThanOrEqual(160);
  });

  it('masks a telephone that the end of the words would cut in two', () => {
    expect(letter(`${'长'.repeat(152)}13812345678`).words).not.toContain('1381234');
  });
});
