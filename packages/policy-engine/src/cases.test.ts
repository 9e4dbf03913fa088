import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '..');
const page = readFileSync(path.join(root, 'docs', 'cases.md'), 'utf8');
const cited = [...page.matchAll(/^ {2}- `(.+)` \(([\w./-]+)\)$/gm)].map(([, name = '', file = '']) => ({
  name,
  file,
}));

/** Whether a test file holds a name: as it stands, as the row of a table, or with what a table fills in. */
function holdsName(file: string, name: string): boolean {
  const text = readFileSync(path.join(root, 'src', `${file}.test.ts`), 'utf8');
  if (text.includes(name)) return true;
  const titles = [...text.matchAll(/\(\s*(['"`])((?:\\.|(?!\1).)*%[sij](?:\\.|(?!\1).)*)\1/g)];
  return titles.some(([, , title = '']) => {
    const parts = title.split(/%[sij]/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(parts.join('.+')).test(name);
  });
}

describe('the page of cases', () => {
  it('names a test below each case', () => {
    const sections = page.split(/^- \*\*/m).slice(1);
    for (const section of sections) expect(section).toMatch(/^ {2}- `/m);
    expect(sections.length).toBeGreaterThan(60);
  });

  it.each(cited)('cites a test that exists: $name', ({ name, file }) => {
    expect(holdsName(file, name)).toBe(true);
  });
});
