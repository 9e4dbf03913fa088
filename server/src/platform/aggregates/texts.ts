import type { Sentence } from '../errors';
import { invalid, required, tooLong } from './refusals';

/** What people call a text, how long it may be, and what it has to look like. */
export interface TextRule {
  label: Sentence;
  limit: number;
  pattern?: RegExp;
  /** What the pattern wants, as a sentence. */
  wanted?: Sentence;
}

/** A telephone number as people write it, an extension included. */
export const phoneNumber: TextRule = {
  label: { zh: '电话', en: 'the telephone number' },
  limit: 40,
  pattern: /^\+?(?=\D*\d)[\d\s()-]+(?:\s*(?:转|ext\.?|x)\s*\d+)?$/i,
  wanted: {
    zh: '电话只能包含数字、空格、括号和连字符，分机写作“转 8012”。',
    en: 'A telephone number has digits, blanks, brackets and hyphens; write an extension as "ext 8012".',
  },
};

/** An e-mail address, wherever one is given; 254 characters are the most that one can have (RFC 5321). */
export const emailAddress: TextRule = {
  label: { zh: '电子邮箱', en: 'the e-mail address' },
  limit: 254,
  pattern: /^[^@\s]+@[^@\s]+\.[^@\s]+$/,
  wanted: {
    zh: '请填写完整的电子邮箱，例如 name@company.example。',
    en: 'Give a whole e-mail address, such as name@company.example.',
  },
};

type Given = string | null | undefined;

/** Reads the texts of an input: trimmed, checked, blank as null. Errors name the input field. */
export class Texts<Name extends string> {
  constructor(private readonly rules: Record<Name, TextRule>) {}

  /** @throws Refusal REQUIRED or INVALID naming the field, which is the text's own name unless given */
  required(name: Name, value: Given, field: string = name): string {
    const text = this.optional(name, value, field);
    if (text === null) throw required(field, this.rules[name].label);
    return text;
  }

  /** @throws Refusal INVALID naming the field */
  optional(name: Name, value: Given, field: string = name): string | null {
    // PostgreSQL holds neither the zero character nor half of a pair
    const text = (value ?? '')
      .replaceAll('\0', '')
      .replace(/\p{Surrogate}/gu, '\u{FFFD}')
      .trim();
    const { label, limit, pattern, wanted } = this.rules[name];
    if ([...text].length > limit) throw tooLong(field, label, limit);
    if (text && pattern && wanted && !pattern.test(text)) throw invalid(field, wanted);
    return text === '' ? null : text;
  }

  /** For changes: what the input leaves out stays as it is. */
  requiredIfGiven(name: Name, value: Given): string | undefined {
    return isGiven(value) ? this.required(name, value) : undefined;
  }

  /** For changes: what the input leaves out stays as it is, and null empties it. */
  optionalIfGiven(name: Name, value: Given): string | null | undefined {
    return isGiven(value) ? this.optional(name, value) : undefined;
  }
}

/** Whether an input names the field at all; null counts. */
export const isGiven = <T>(value: T | undefined): value is T => value !== undefined;
