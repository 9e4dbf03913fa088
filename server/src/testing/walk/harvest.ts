import type { IdType } from '@aftercare/contract';
import type { GraphQLSchema } from 'graphql';
import { isInterfaceType } from 'graphql';
import { decodeAnyId } from '../../platform/graphql';
import type { Person, Told } from './answers';
import type { Documents } from './documents';

/** Objects of a type that are looked into. */
const lookInto = 5;
const atOnce = 8;

/** Everything that somebody was shown. */
export class Harvest {
  readonly ids = new Map<IdType, Set<string>>();
  /** By the field that told them, such as `TicketEdge.cursor`. */
  readonly cursors = new Map<string, Set<string>>();
  /** Texts by the name of their field, and by `Type.field`. */
  readonly texts = new Map<string, Set<string>>();
  readonly versions = new Map<string, number>();

  idsOf(type: IdType): string[] {
    return [...(this.ids.get(type) ?? [])];
  }

  textsOf(name: string): string[] {
    return [...(this.texts.get(name) ?? [])];
  }

  /** Keys of a kind of thing: of `step`, those of every `Step`, `TicketStep`. */
  keysOf(kind: string): string[] {
    const type = `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}.key`;
    return [...this.texts].flatMap(([name, texts]) => (name.endsWith(type) ? [...texts] : []));
  }

  get allIds(): string[] {
    return [...this.ids.values()].flatMap((ids) => [...ids]);
  }

  get allCursors(): string[] {
    return [...new Set([...this.cursors.values()].flatMap((cursors) => [...cursors]))];
  }

  /** Takes in what was learned otherwise than from an answer. */
  know(field: string, text: string): void {
    this.keep('', field, text);
  }

  gather(told: Told): void {
    this.look(told.data);
  }

  /** As `gather`, for what was just changed: it counts as the newest. */
  renew(told: Told): void {
    const changed = new Harvest();
    changed.gather(told);
    for (const [type, ids] of changed.ids) {
      const known = this.ids.get(type) ?? new Set<string>();
      for (const id of [...ids].reverse()) {
        known.delete(id);
        known.add(id);
      }
      this.ids.set(type, known);
    }
    this.gather(told);
  }

  private look(value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.look(each);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const object = value as Record<string, unknown>;
    const type = String(object['__typename']);
    // what cannot be done now is no choice either
    if (object['possible'] === false) return;
    for (const [field, held] of Object.entries(object)) {
      if (typeof held === 'string' && field !== '__typename') this.keep(type, field, held);
      else this.look(held);
      const key = (held as { key?: unknown } | null)?.key;
      if (typeof key === 'string') this.keep(type, field, key);
    }
    if (typeof object['id'] === 'string' && typeof object['version'] === 'number') {
      this.versions.set(object['id'], object['version']);
    }
  }

  private keep(type: string, field: string, text: string): void {
    const id = likeAnId.test(text) ? decodeAnyId(text) : null;
    if (id) add(this.ids, id.type, text);
    else if (/cursor$/i.test(field)) add(this.cursors, `${type}.${field}`, text);
    else for (const name of [field, `${type}.${field}`]) add(this.texts, name, text);
  }
}

/** Most texts are none, and to find that out by decoding takes long. */
const likeAnId = /^[a-z]+_[0-9a-z]{26}$/;

function add<Key>(sets: Map<Key, Set<string>>, key: Key, value: string): void {
  const known = sets.get(key);
  if (known) known.add(value);
  else sets.set(key, new Set([value]));
}

/** Opens every object that a harvest knows, and those that they lead to, until nothing new comes up. */
export async function openAll(
  schema: GraphQLSchema,
  documents: Documents,
  person: Person,
  harvest: Harvest,
  perType = lookInto,
): Promise<void> {
  const node = schema.getType('Node');
  const types = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name as IdType) : [];
  const opened = new Set<string>();
  for (;;) {
    const fresh = types.flatMap((type) =>
      harvest
        .idsOf(type)
        .slice(-perType)
        .filter((id) => !opened.has(id))
        .map((id) => ({ type, id })),
    );
    if (fresh.length === 0) return;
    for (let start = 0; start < fresh.length; start += atOnce) {
      const batch = fresh.slice(start, start + atOnce);
      const answers = await Promise.all(
        batch.map(({ type, id }) => person.ask('query', documents.node(type), { id })),
      );
      for (const told of answers) harvest.gather(told);
      for (const { id } of batch) opened.add(id);
    }
  }
}
