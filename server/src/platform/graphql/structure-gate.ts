import type {
  ASTVisitor,
  DocumentNode,
  FragmentDefinitionNode,
  SelectionSetNode,
  ValidationContext,
} from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import { limits } from './limits';

interface Tally {
  depth: number;
  aliases: number;
  directives: number;
  rootFields: number;
  fields: number;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * A validation rule: refuses documents too deep or too wide, with fragments counted where they are spread.
 * It comes first, and what it refuses no other rule looks at: comparing fields takes time that grows with
 * the square of how often they are repeated.
 */
export function structureGate(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      const excess = excessOf(document);
      if (!excess) return undefined;
      const { found, allowed, word } = excess;
      context.reportError(
        new GraphQLError(`The operation has ${found} ${word}; at most ${allowed} are allowed.`, {
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        }),
      );
      // a visitor that removes the document leaves nothing for the rules after it
      return null;
    },
  };
}

interface Excess {
  found: number;
  allowed: number;
  word: string;
}

function excessOf(document: DocumentNode): Excess | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  if (fragments.size > limits.fragments)
    return { found: fragments.size, allowed: limits.fragments, word: 'fragments' };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { selectionSet, operation } = definition;
    const tally = tallyOf(fragments, selectionSet);
    const excess = [
      { found: tally.depth, allowed: limits.depth, word: 'levels' },
      { found: tally.aliases, allowed: limits.aliases, word: 'aliases' },
      { found: tally.directives, allowed: limits.directives, word: 'directives' },
      {
        found: tally.rootFields,
        allowed: operation === 'mutation' ? limits.mutations : limits.rootFields,
        word: 'root fields',
      },
      { found: tally.fields, allowed: limits.fields, word: 'fields' },
    ].find(({ found, allowed }) => found > allowed);
    if (excess) return excess;
    // bounded by the number of fields, so only now
    const repeats = repeatsOf(fragments, selectionSet);
    if (repeats > limits.repeats)
      return { found: repeats, allowed: limits.repeats, word: 'repeats of one field' };
  }
  return undefined;
}

/** Counts what a selection expands to; each fragment is measured once, cycles are left to their own rule. */
function tallyOf(fragments: Fragments, root: SelectionSetNode): Tally {
  const measured = new Map<string, Tally>();
  const measuring = new Set<string>();

  const measureFragment = (name: string): Tally => {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    if (known) return known;
    if (!fragment || measuring.has(name))
      return { depth: 0, aliases: 0, directives: 0, rootFields: 0, fields: 0 };
    measuring.add(name);
    const tally = measure(fragment.selectionSet);
    measuring.delete(name);
    measured.set(name, tally);
    return tally;
  };

  const measure = (set: SelectionSetNode): Tally => {
    const total: Tally = { depth: 0, aliases: 0, directives: 0, rootFields: 0, fields: 0 };
    for (const selection of set.selections) {
      total.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : undefined;
        total.depth = Math.max(total.depth, 1 + (below?.depth ?? 0));
        total.aliases += (selection.alias ? 1 : 0) + (below?.aliases ?? 0);
        total.directives += below?.directives ?? 0;
        total.rootFields += 1;
        total.fields += 1 + (below?.fields ?? 0);
      } else {
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? measureFragment(selection.name.value)
            : measure(selection.selectionSet);
        total.depth = Math.max(total.depth, inner.depth);
        total.aliases += inner.aliases;
        total.directives += inner.directives;
        total.rootFields += inner.rootFields;
        total.fields += inner.fields;
      }
    }
    return total;
  };
  return measure(root);
}

/** How often the field that is repeated most stands at one place of the answer. */
function repeatsOf(fragments: Fragments, root: SelectionSetNode): number {
  const counts = new Map<string, number>();
  const spreading = new Set<string>();
  const walk = (set: SelectionSetNode, place: string): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const key = `${place}.${(selection.alias ?? selection.name).value}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (selection.selectionSet) walk(selection.selectionSet, key);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, place);
      } else {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (!fragment || spreading.has(name)) continue;
        spreading.add(name);
        walk(fragment.selectionSet, place);
        spreading.delete(name);
      }
    }
  };
  walk(root, '');
  return Math.max(0, ...counts.values());
}
