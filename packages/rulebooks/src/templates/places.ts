/** An item of a list goes by its `id` or `key`, or by its number. */
function itemOf(list: readonly unknown[], name: string): unknown {
  const named = list.find((item) => {
    const { id, key } = Object(item) as { id?: unknown; key?: unknown };
    return id === name || key === name;
  });
  return named ?? (/^\d+$/.test(name) ? list[Number(name)] : undefined);
}

/** What stands at a place such as `clockRules[repair-response].target.basis`; `undefined` when there is no such place. */
export function valueAt(root: unknown, place: string): unknown {
  const steps = place.match(/[^.[\]]+/g) ?? [];
  return steps.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return itemOf(value, step);
    return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  }, root);
}

/** Every object in a tree of plain data, with its path. */
export function* objectsIn(value: unknown, path = ''): Generator<readonly [path: string, object]> {
  if (typeof value !== 'object' || value === null) return;
  yield [path, value];
  for (const [name, child] of Object.entries(value)) {
    yield* objectsIn(child, Array.isArray(value) ? `${path}[${name}]` : path ? `${path}.${name}` : name);
  }
}
