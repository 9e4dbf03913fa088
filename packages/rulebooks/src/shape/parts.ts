import type { Shape } from './shape.js';
import { anything, fields, oneOf, text } from './shape.js';

export const localized = fields({ zh: text, en: text });
export const labelled = { key: text, label: localized };

const sources: Record<string, Shape> = {
  clause: fields({ kind: anything, clause: text }),
  default: fields({ kind: anything }, { note: localized }),
};

/** Where something comes from: a clause, or a default with or without a note. */
export const source: Shape = (value, path, report) => {
  const kind: unknown = Object(value).kind;
  const shape = typeof kind === 'string' && Object.hasOwn(sources, kind) ? sources[kind] : undefined;
  (shape ?? fields({ kind: oneOf(...Object.keys(sources)) }))(value, path, report);
};
