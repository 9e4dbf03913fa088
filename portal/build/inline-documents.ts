import type { Plugin } from 'vite';

const call = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;
const definition = /\b(fragment|query|mutation|subscription)\s+(\w+)/;

/**
 * Replaces `graphql(`…`)` by the generated document of that name. At run time the function looks its text up
 * in a table of all documents, which would put every document of the product into the first chunk.
 */
export function inlineDocuments(): Plugin {
  return {
    name: 'inline-documents',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /[\\/]src[\\/](?!gql[\\/]).*\.tsx?$/, code: 'graphql(`' },
      handler(code, id) {
        const names: string[] = [];
        const replaced = code.replace(call, (_, text: string) => {
          const found = definition.exec(text);
          if (!found)
            throw new Error(`${id}: a graphql document needs a name, e.g. "query TicketList { … }".`);
          names.push(`${found[2]}${found[1] === 'fragment' ? 'FragmentDoc' : 'Document'}`);
          return `document${names.length}`;
        });
        if (names.length === 0) return undefined;
        const imports = names.map((name, index) => `${name} as document${index + 1}`).join(', ');
        return { code: `import { ${imports} } from '/src/gql/graphql';\n${replaced}`, map: null };
      },
    },
  };
}
