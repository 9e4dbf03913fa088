import type { FileFormat } from './file-kinds';

const longestName = 120;

/**
 * A name that is safe to show and to save under: no folders, control or invisible characters, nothing that
 * turns the direction of the text, no characters that a file system refuses, at most 120 characters.
 * @returns null when nothing is left of it
 */
export function cleanName(given: string): string | null {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const name = last
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return name === '' ? null : shorten(name);
}

/** The name with an ending that tells what the file is, so that no program takes it for something else. */
export function nameFor(name: string, { endings }: FileFormat): string {
  const ending = endingOf(name);
  const known = endings.some((each) => each === ending.toLowerCase());
  return known ? name : `${shorten(name, endings[0].length)}${endings[0]}`;
}

/** RFC 6266: a plain name for old programs, and the real one. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%;]/g, '_');
  const real = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${real}`;
}

const endingOf = (name: string) => /\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? '';

function shorten(name: string, reserved = 0): string {
  const ending = endingOf(name);
  const stem = [...name.slice(0, name.length - ending.length)];
  return (
    stem
      .slice(0, longestName - ending.length - reserved)
      .join('')
      .trimEnd() + ending
  );
}
