import { isLocalDate, type LocalDate, type LocalizedText } from '@aftercare/policy-engine';
import type { DetailProblem, Details, IntakeField } from './intake.js';

/** Characters that an answer may have, by the kind of its field. */
export const longestDetail = { text: 200, 'long-text': 2_000 } as const;
const largestNumber = 1_000_000_000;

/** What is asked for with a request of this type, given what has been answered so far. */
export function fieldsAsked(
  intake: readonly IntakeField[],
  requestType: string,
  details: Details,
): IntakeField[] {
  const asked: IntakeField[] = [];
  for (const field of intake) {
    const { requestTypes, chosen } = field.when ?? {};
    if (requestTypes && !requestTypes.includes(requestType)) continue;
    if (chosen) {
      const answer = asked.some(({ key }) => key === chosen.field) && details[chosen.field];
      if (!chosen.among.some((each) => each === answer)) continue;
    }
    asked.push(field);
  }
  return asked;
}

/**
 * What is missing or wrong in the details of a request; empty when they can be taken. Server and portal ask the same.
 * @param today the date at the maker's
 */
export function checkDetails(
  intake: readonly IntakeField[],
  requestType: string,
  details: Details,
  { today }: { readonly today: LocalDate },
): DetailProblem[] {
  const asked = fieldsAsked(intake, requestType, details);
  const answered = (key: string) => Object.hasOwn(details, key) && !isBlank(details[key]);
  const unasked = Object.keys(details).filter(
    (key) => answered(key) && !asked.some((field) => field.key === key),
  );
  return [
    ...asked.flatMap((field) => {
      if (!answered(field.key)) return field.required ? [missing(field)] : [];
      const message = faultOf(field, details, { intake, today });
      return message ? [{ field: field.key, code: 'INVALID' as const, message }] : [];
    }),
    ...unasked.map((key) => notAskedFor(key, intake)),
  ];
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function missing({ key, kind, label }: IntakeField): DetailProblem {
  const message =
    kind === 'choice'
      ? { zh: `请选择${label.zh}。`, en: `Choose "${label.en}".` }
      : { zh: `请填写${label.zh}。`, en: `Fill in "${label.en}".` };
  return { field: key, code: 'REQUIRED', message };
}

function notAskedFor(key: string, intake: readonly IntakeField[]): DetailProblem {
  const label = intake.find((field) => field.key === key)?.label ?? { zh: key, en: key };
  const message = {
    zh: `这类请求不填写“${label.zh}”，请删除此项。`,
    en: `"${label.en}" is not asked for with such a request; leave it out.`,
  };
  return { field: key, code: 'INVALID', message };
}

interface Surroundings {
  readonly intake: readonly IntakeField[];
  readonly today: LocalDate;
}

function faultOf(field: IntakeField, details: Details, around: Surroundings): LocalizedText | null {
  const value = details[field.key];
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return textFault(field.label, value, longestDetail[field.kind]);
    case 'number':
      return numberFault(field, value) ?? tooMuch(field, details, around.intake);
    case 'date':
      return dateFault(field, value, around.today);
    case 'choice':
      return choiceFault(field, value);
  }
}

function textFault({ zh, en }: LocalizedText, value: unknown, longest: number): LocalizedText | null {
  if (typeof value !== 'string') return { zh: `${zh}应为文字。`, en: `"${en}" must be text.` };
  if ([...value].length <= longest) return null;
  return {
    zh: `${zh}最多 ${longest} 个字，请精简。`,
    en: `Shorten "${en}" to at most ${longest} characters.`,
  };
}

/** The number that an answer says, or NaN. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\d{1,10}(\.\d{1,6})?$/.test(value.trim()) ? Number(value) : NaN;
}

function numberFault({ label: { zh, en }, whole }: IntakeField, value: unknown): LocalizedText | null {
  const number = numberOf(value);
  if (number >= 0 && number <= largestNumber && (!whole || Number.isInteger(number))) return null;
  return whole
    ? { zh: `${zh}应为不小于 0 的整数。`, en: `"${en}" must be a whole number, 0 or more.` }
    : { zh: `${zh}应为不小于 0 的数字。`, en: `"${en}" must be a number, 0 or more.` };
}

function tooMuch(
  { key, label, atMost }: IntakeField,
  details: Details,
  intake: readonly IntakeField[],
): LocalizedText | null {
  const bound = intake.find((field) => field.key === atMost);
  if (!bound || numberFault(bound, details[bound.key])) return null;
  if (numberOf(details[key]) <= numberOf(details[bound.key])) return null;
  return {
    zh: `${label.zh}不能大于${bound.label.zh}，请核对。`,
    en: `"${label.en}" exceeds "${bound.label.en}"; check both.`,
  };
}

function dateFault(
  { label: { zh, en }, limit }: IntakeField,
  value: unknown,
  today: LocalDate,
): LocalizedText | null {
  if (typeof value !== 'string' || !isLocalDate(value)) {
    return {
      zh: `${zh}应为存在的日期，例如 ${today}。`,
      en: `"${en}" must be a date that exists, such as ${today}.`,
    };
  }
  // dates compare as text
  if (limit === 'until-today' && value > today)
    return { zh: `${zh}不能晚于今天，请核对。`, en: `"${en}" cannot lie after today; check it.` };
  if (limit === 'from-today' && value < today)
    return { zh: `${zh}不能早于今天，请改期。`, en: `"${en}" cannot lie before today; choose another.` };
  return null;
}

function choiceFault({ label: { zh, en }, choices = [] }: IntakeField, value: unknown): LocalizedText | null {
  if (choices.some(({ key }) => key === value)) return null;
  return {
    zh: `${zh}请从以下选项中选择：${choices.map(({ label }) => label.zh).join('、')}。`,
    en: `Choose "${en}" from: ${choices.map(({ label }) => label.en).join(', ')}.`,
  };
}
