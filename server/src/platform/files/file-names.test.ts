import { formatOf } from './file-kinds';
import type { FileFormat } from './file-kinds';
import { cleanName, contentDisposition, nameFor } from './file-names';

describe('the name of a file', () => {
  it.each([
    ['漏水 现场.jpg', '漏水 现场.jpg'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\..\\铭牌.png', '铭牌.png'],
    ['a\0b.pdf', 'ab.pdf'],
    ['\u202egpj.exe', 'gpj.exe'],
    ['a\u200b\u2066b\u2069.jpg', 'ab.jpg'],
    ['line\r\nSet-Cookie: a=b.jpg', 'lineSet-Cookie_ a=b.jpg'],
    ['"quoted" <b>|?*:.jpg', '_quoted_ _b_____.jpg'],
    ['...hidden.jpg. . ', 'hidden.jpg'],
    ['\ud800 half.jpg', 'half.jpg'],
    ['cafe\u0301.jpg', 'café.jpg'],
    ['', null],
    ['..', null],
    ['/', null],
    ['\u202e\0', null],
  ])('%j becomes %j', (given, clean) => {
    expect(cleanName(given)).toBe(clean);
  });

  it('keeps 120 characters and the ending', () => {
    const clean = cleanName(`${'长'.repeat(300)}.jpeg`) as string;
    expect([...clean]).toHaveLength(120);
    expect(clean.endsWith('长.jpeg')).toBe(true);
  });

  it.each([
    ['a.jpg', 'image/jpeg', 'a.jpg'],
    ['a.JPEG', 'image/jpeg', 'a.JPEG'],
    ['a', 'image/png', 'a.png'],
    ['invoice.hta', 'application/pdf', 'invoice.hta.pdf'],
    ['photo.heic', 'image/jpeg', 'photo.heic.jpg'],
  ])('%s, which is %s, is kept as %s', (name, mediaType, kept) => {
    expect(nameFor(name, formatOf(mediaType) as FileFormat)).toBe(kept);
  });

  it('travels in a header whatever it holds', () => {
    expect(contentDisposition('attachment', `报告 "1";%0d.pdf`)).toBe(
      `attachment; filename="__ _1___0d.pdf"; filename*=UTF-8''%E6%8A%A5%E5%91%8A%20%221%22%3B%250d.pdf`,
    );
  });
});
