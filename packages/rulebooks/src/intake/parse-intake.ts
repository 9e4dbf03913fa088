import type { Policy, Problem } from '@aftercare/policy-engine';
import { isClause } from '../clauses/index.js';
import { fields, labelled, listOf, oneOf, source, text } from '../shape/index.js';
import type { Report } from '../shape/index.js';
import type { IntakeField } from './intake.js';
import { dateLimits, detailKinds } from './intake.js';

const intakeShape = listOf(
  fields(
    { ...labelled, kind: oneOf(...detailKinds), required: oneOf(true, false), source },
    {
      when: fields(
        {},
        { requestTypes: listOf(text, 1), chosen: fields({ field: text, among: listOf(text, 1) }) },
      ),
      choices: listOf(fields(labelled), 1),
      whole: oneOf(true, false),
      atMost: text,
      limit: oneOf(...dateLimits),
    },
  ),
);

const mostFields = 200;

export type ParsedIntake =
  | { readonly intake: readonly IntakeField[] }
  | { readonly problems: readonly Problem[] };

/** Checks unknown data completely before it may be asked of anybody who files a request under the policy. */
export function parseIntake(policy: Policy, value: unknown): ParsedIntake {
  const problems: Problem[] = [];
  const report: Report = (path, zh, en) => problems.push({ path: `intake${path}`, message: { zh, en } });
  intakeShape(value, '', report);
  if (problems.length > 0) return { problems };
  const intake = value as readonly IntakeField[];
  if (intake.length > mostFields)
    report('', `最多 ${mostFields} 项，请精简。`, `At most ${mostFields} fields; remove some.`);
  intake.forEach((field, index) => checkField(field, { index, intake, policy, report }));
  return problems.length > 0 ? { problems } : { intake };
}

interface Place {
  readonly index: number;
  readonly intake: readonly IntakeField[];
  readonly policy: Policy;
  readonly report: Report;
}

function checkField(field: IntakeField, place: Place): void {
  const { key } = field;
  const report: Report = (path, zh, en) => place.report(`[${place.index}].${path}`, zh, en);
  if (!/^[a-z][a-z0-9-]{0,59}$/.test(key)) {
    report(
      'key',
      '应为小写字母、数字和连字符，以字母开头。',
      'Use lower-case letters, digits and hyphens, beginning with a letter.',
    );
  }
  if (place.intake.findIndex((each) => each.key === key) < place.index)
    report('key', `“${key}”重复，请改用另一个。`, `"${key}" is given twice; use another.`);
  checkKind(field, report);
  checkReferences(field, place, report);
  if (field.source.kind === 'clause' && !isClause(field.source.clause)) {
    const { clause } = field.source;
    report(
      'source.clause',
      `没有条款 ${clause}；请核对编号。`,
      `There is no clause ${clause}; check the number.`,
    );
  }
}

/** What goes with one kind only stands at fields of that kind. */
function checkKind({ kind, choices, whole, atMost, limit }: IntakeField, report: Report): void {
  const belongs = { choices: 'choice', whole: 'number', atMost: 'number', limit: 'date' } as const;
  for (const [name, value] of Object.entries({ choices, whole, atMost, limit })) {
    const owner = belongs[name as keyof typeof belongs];
    if (value !== undefined && kind !== owner)
      report(name, `只用于 ${owner} 类型；请删除。`, `Only for the kind ${owner}; remove it.`);
  }
  if (kind === 'choice' && !choices) report('choices', '请列出选项。', 'List what can be chosen.');
  const keys = (choices ?? []).map(({ key }) => key);
  keys.forEach((key, index) => {
    if (keys.indexOf(key) < index)
      report(
        `choices[${index}].key`,
        `“${key}”重复，请改用另一个。`,
        `"${key}" is given twice; use another.`,
      );
  });
}

function checkReferences({ when, atMost }: IntakeField, place: Place, report: Report): void {
  const known = (key: string, keys: readonly string[], path: string) => {
    if (keys.includes(key)) return;
    report(
      path,
      `“${key}”不存在，可用的有：${keys.join('、')}。`,
      `"${key}" does not exist; there are: ${keys.join(', ')}.`,
    );
  };
  const above = place.intake.slice(0, place.index);
  const requestTypes = place.policy.requestTypes.map(({ key }) => key);
  when?.requestTypes?.forEach((key, index) => known(key, requestTypes, `when.requestTypes[${index}]`));
  if (when?.chosen) {
    const { field, among } = when.chosen;
    const choices = above.filter(({ kind }) => kind === 'choice');
    known(
      field,
      choices.map(({ key }) => key),
      'when.chosen.field',
    );
    const offered = choices.find(({ key }) => key === field)?.choices?.map(({ key }) => key);
    if (offered) among.forEach((key, index) => known(key, offered, `when.chosen.among[${index}]`));
  }
  if (atMost !== undefined) {
    const numbers = above.filter(({ kind }) => kind === 'number');
    known(
      atMost,
      numbers.map(({ key }) => key),
      'atMost',
    );
  }
}
