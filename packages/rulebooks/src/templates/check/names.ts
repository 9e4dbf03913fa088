import { objectsIn } from '../places.js';
import type { RulebookTemplate } from '../template.js';
import type { Report } from '../../shape/index.js';

/** Lists of roles in a policy, by the name of their field. */
const roleFields = ['by', 'deputies', 'tell', 'supervisors', 'approvers'];

/** No key twice in one list. */
export function checkKeys(template: RulebookTemplate, report: Report): void {
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

/** Departments, roles, channels, request types and states that a matrix or a policy names exist. */
export function checkNames(
  { policy, organisation, channels, inForce }: RulebookTemplate,
  report: Report,
): void {
  const keysOf = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
  const [departments, roles] = [keysOf(organisation.departments), keysOf(organisation.roles)];
  const ways = keysOf(channels);
  const known = (key: string, keys: readonly string[], path: string) => {
    if (keys.includes(key)) return;
    report(
      path,
      `“${key}”不存在，可用的有：${keys.join('、')}。`,
      `"${key}" does not exist; there are: ${keys.join(', ')}.`,
    );
  };
  inForce.forEach(({ interpretedBy }, index) => {
    if (interpretedBy !== undefined) known(interpretedBy, departments, `inForce[${index}].interpretedBy`);
  });
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
    for (const [field, keys] of [
      ...roleFields.map((each) => [each, roles] as const),
      ['channels', ways] as const,
    ]) {
      const named: unknown = Reflect.get(value, field);
      if (!Array.isArray(named)) continue;
      named.forEach((key, place) => known(String(key), keys, `${path}.${field}[${place}]`));
    }
  }
}
