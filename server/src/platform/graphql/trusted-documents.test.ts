import { sha256 } from '../auth';
import { TrustedDocuments } from './trusted-documents';

describe('the documents of the portal', () => {
  const text = 'query Me { viewer { name } }';
  const id = `sha256:${sha256(text)}`;
  const trusted = new TrustedDocuments({ [id]: text });

  it('are found by their hash and known by their text, to the letter', () => {
    expect(trusted.find(id)).toBe(text);
    expect(trusted.includes(text)).toBe(true);
    expect(trusted.includes(`${text} `)).toBe(false);
  });

  it('are only those that were registered', () => {
    for (const other of [
      `sha256:${sha256('{ viewer { id } }')}`,
      sha256(text),
      'constructor',
      '__proto__',
      '',
    ]) {
      expect(trusted.find(other)).toBeUndefined();
    }
  });

  it('do not start with a manifest whose text was altered', () => {
    expect(() => new TrustedDocuments({ [id]: `${text} # altered` })).toThrow(/damaged.*generate it again/);
  });
});
