import { checkCalendars, parseCalendar, parsePolicy } from '@aftercare/policy-engine';
import type { Problem } from '@aftercare/policy-engine';
import { rulebooks } from '../clauses/index.js';
import { objectsIn, valueAt } from './places.js';
import { settingsTouching } from './settings/index.js';
import type { RulebookTemplate } from './template.js';

type Report = (path: string, zh: string, en: string) => void;

const clauseIds = new Set(rulebooks.flatMap(({ clauses }) => clauses.map(({ id }) => id)));

/** Lists of roles in a policy, by the name of their field. */
const roleFields = ['by', 'deputies', 'tell', 'supervisors', 'approvers'];

/**
 * Every fault of a template with its place and what to do about it; empty when it is sound. What `parsePolicy`,
 * `parseCalendar` and `checkCalendars` find stands under `policy` and `calendars`.
 */
export function checkTemplate(template: RulebookTemplate): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, zh, en) => problems.push({ path, message: { zh, en } });
  for (const check of [checkCitations, checkKeys, checkOrganisation, checkSettings]) check(template, report);
  return [...problemsOfParts(template), ...problems];
}

function problemsOfParts({ policy, calendars }: RulebookTemplate): Problem[] {
  const parsed = parsePolicy(policy);
  const below = (path: string, problems: readonly Problem[]) =>
    problems.map((each) => ({ ...each, path: each.path ? `${path}.${each.path}` : path }));
  return [
    ...below('policy', 'problems' in parsed ? parsed.problems : checkCalendars(policy, calendars)),
    ...calendars.flatMap((calendar, index) => {
      const result = parseCalendar(calendar);
      return 'problems' in result ? below(`calendars[${index}]`, result.problems) : [];
    }),
  ];
}

/** Only rulebooks that it realises, and clauses that exist, of those or adopted one by one. */
function checkCitations(template: RulebookTemplate, report: Report): void {
  const { policy, adopts } = template;
  const own: readonly string[] = template.rulebooks;
  if (own[0] !== policy.rulebook) {
    report(
      'rulebooks[0]',
      `应为政策所属规章 ${policy.rulebook}。`,
      `Must be the policy’s own, ${policy.rulebook}.`,
    );
  }
  policy.precedence?.rulebooks.forEach(({ id }, index) => {
    if (own.includes(id)) return;
    report(
      `policy.precedence.rulebooks[${index}].id`,
      `本模板没有采用规章 ${id}；请更正，或列入 rulebooks。`,
      `This template does not realise ${id}; correct it, or list it in rulebooks.`,
    );
  });
  adopts.forEach((id, index) => checkClause(id, `adopts[${index}]`, report));
  for (const [path, value] of objectsIn(template)) {
    if (!('kind' in value && value.kind === 'clause' && 'clause' in value)) continue;
    const id = String(value.clause);
    if (!checkClause(id, `${path}.clause`, report)) continue;
    if (adopts.includes(id) || own.some((rulebook) => id.startsWith(`${rulebook}-`))) continue;
    report(
      `${path}.clause`,
      `条款 ${id} 不属于本模板的规章；请列入 adopts，或改为默认设置。`,
      `Clause ${id} belongs to no rulebook of this template; list it in adopts, or make it a default.`,
    );
  }
}

function checkClause(id: string, path: string, report: Report): boolean {
  if (clauseIds.has(id)) return true;
  report(path, `没有条款 ${id}；请核对编号。`, `There is no clause ${id}; check the number.`);
  return false;
}

/** No key twice in one list. */
function checkKeys(template: RulebookTemplate, report: Report): void {
  const { organisation, channels, settings, standards, adopts } = template;
  const lists: Record<string, readonly string[]> = {
    'organisation.departments': organisation.departments.map(({ key }) => key),
    'organisation.roles': organisation.roles.map(({ key }) => key),
    'organisation.responsibilities': organisation.responsibilities.map(
      (row) => `${row.requestType}/${row.step}`,
    ),
    channels: channels.map(({ key }) => key),
    settings: settings.map(({ key }) => key),
    standards: standards.map(({ number }) => number),
    adopts,
  };
  for (const [path, keys] of Object.entries(lists)) {
    keys.forEach((key, index) => {
      if (keys.indexOf(key) === index) return;
      report(`${path}[${index}]`, `“${key}”重复，请删除其中一个。`, `"${key}" is given twice; remove one.`);
    });
  }
}

/** Departments, roles, request types and states that a matrix or a policy names exist. */
function checkOrganisation({ policy, organisation }: RulebookTemplate, report: Report): void {
  const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
  const [departments, roles] = [keysOf(organisation.departments), keysOf(organisation.roles)];
  const known = (key: string, keys: readonly string[], path: string) => {
    if (keys.includes(key)) return;
    report(
      path,
      `“${key}”不存在，可用的有：${keys.join('、')}。`,
      `"${key}" does not exist; there are: ${keys.join(', ')}.`,
    );
  };
  organisation.roles.forEach(({ department }, index) =>
    known(department, departments, `organisation.roles[${index}].department`),
  );
  organisation.responsibilities.forEach((row, index) => {
    const path = `organisation.responsibilities[${index}]`;
    known(row.requestType, keysOf(policy.requestTypes), `${path}.requestType`);
    known(row.step, keysOf(policy.workflow.states), `${path}.step`);
    known(row.leads, departments, `${path}.leads`);
    row.assists.forEach((key, place) => known(key, departments, `${path}.assists[${place}]`));
    row.informed.forEach((key, place) => known(key, departments, `${path}.informed[${place}]`));
  });
  for (const [path, value] of objectsIn(policy, 'policy')) {
    for (const field of roleFields) {
      const named: unknown = Reflect.get(value, field);
      if (!Array.isArray(named)) continue;
      named.forEach((key, place) => known(String(key), roles, `${path}.${field}[${place}]`));
    }
  }
}

/** Every open question answered by one of its options, and the policy saying the same. */
function checkSettings(template: RulebookTemplate, report: Report): void {
  const { policy, settings, rulebooks: own, adopts } = template;
  const answered = new Set(settings.map(({ key }) => key));
  for (const { key } of settingsTouching(own, adopts)) {
    if (!answered.has(key)) {
      report('settings', `没有选定“${key}”；请补上。`, `"${key}" is not answered; add it.`);
    }
  }
  settings.forEach(({ chosen, options, where }, index) => {
    const path = `settings[${index}]`;
    const option = options.find(({ key }) => key === chosen);
    if (!option) {
      const keys = options.map(({ key }) => key);
      report(
        `${path}.chosen`,
        `“${chosen}”不在选项中，可选：${keys.join('、')}。`,
        `"${chosen}" is no option; choose one of: ${keys.join(', ')}.`,
      );
    }
    where.forEach((place, at) => {
      const found = valueAt(policy, place);
      if (found === undefined) {
        report(
          `${path}.where[${at}]`,
          `政策中没有“${place}”；请更正。`,
          `The policy has no place "${place}"; correct it.`,
        );
      } else if (option?.value !== undefined && JSON.stringify(option.value) !== JSON.stringify(found)) {
        report(
          `${path}.where[${at}]`,
          `政策中“${place}”与所选不符；请改其中一个。`,
          `The policy says otherwise at "${place}"; change one of them.`,
        );
      }
    });
  });
}
