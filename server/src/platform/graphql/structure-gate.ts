import type { ASTVisitor, DocumentNode, FragmentDefinitionNode, SelectionSetNode, ValidationContext } from 'graphql';
import { GraphQLError, Kind } from 'graphql';
import { limits } from './limits';

interface Tally {
  depth: number;
  aliases: number;
  directives: number;
  rootFields: number;
}

/** A validation rule: refuses documents too deep or too wide, with fragments counted where they are spread. */
export function structureGate(context: ValidationContext): ASTVisitor {
  return {
    Document(document) {
      for (const definition of document.definitions) {
        if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
        const tally = tallyOf(document, definition.selectionSet);
        const rootLimit = definition.operation === 'mutation' ? limits.mutations : limits.rootFields;
        const excess = [
          [tally.depth, limits.depth, 'levels deep'],
          [tally.aliases, limits.aliases, 'aliases'],
          [tally.directives, limits.directives, 'directives'],
          [tally.rootFields, rootLimit, 'root fields'],
        ].find(([found, allowed]) => (found as number) > (allowed as number));
        if (excess) {
          context.reportError(
            new GraphQLError(`The operation has ${excess[0]} ${excess[2]}; at most ${excess[1]} are allowed.`, {
              extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
            }),
          );
        }
      }
    },
  };
}

/** Counts what a selection expands to; each fragment is measured once, cycles are left to their own rule. */
function tallyOf(document: DocumentNode, root: SelectionSetNode): Tally {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, Tally>();
  const measuring = new Set<string>();

  const measureFragment = (name: string): Tally => {
    const known = measured.get(name);
    const fragment = fragments.get(name);
    if (known) return known;
    if (!fragment || measuring.has(name)) return { depth: 0, aliases: 0, directives: 0, rootFields: 0 };
    measuring.add(name);
    const tally = measure(fragment.selectionSet);
    measuring.delete(name);
    measured.set(name, tally);
    return tally;
  };

  const measure = (set: SelectionSetNode): Tally => {
    const total: Tally = { depth: 0, aliases: 0, directives: 0, rootFields: 0 };
    for (const selection of set.selections) {
      total.directives += selection.directives?.length ?? 0;
      if (selection.kind === Kind.FIELD) {
        const below = selection.selectionSet ? measure(selection.selectionSet) : undefined;
        total.depth = Math.max(total.depth, 1 + (below?.depth ?? 0));
        total.aliases += (selection.alias ? 1 : 0) + (below?.aliases ?? 0);
        total.directives += below?.directives ?? 0;
        total.rootFields += 1;
      } else {
        const inner =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? measureFragment(selection.name.value)
            : measure(selection.selectionSet);
        total.depth = Math.max(total.depth, inner.depth);
        total.aliases += inner.aliases;
        total.directives += inner.directives;
        total.rootFields += inner.rootFields;
      }
    }
    return total;
  };
  return measure(root);
}
