// Rules of this house that no published linter knows.

const relations = new Set(['ManyToOne', 'OneToMany', 'OneToOne', 'ManyToMany']);

const nameOf = (decorator) => decorator.expression.callee?.name ?? decorator.expression.name;

/**
 * Every relation of an entity is typed `Relation<…>`: otherwise two entities that know each other load in tsc's
 * output and fail in swc's, and in ES modules always.
 */
const relationType = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { missing: 'Write the type of "{{name}}" as Relation<…>, imported from typeorm.' },
  },
  create: (context) => ({
    PropertyDefinition(node) {
      if (!node.decorators?.some((decorator) => relations.has(nameOf(decorator)))) return;
      const type = node.typeAnnotation?.typeAnnotation;
      const parts = type?.type === 'TSUnionType' ? type.types : [type];
      if (parts.some((part) => part?.type === 'TSTypeReference' && part.typeName.name === 'Relation')) return;
      const name = context.sourceCode.getText(node.key);
      context.report({ node, messageId: 'missing', data: { name } });
    },
  }),
};

/** `set_config(…, false)` outlives its transaction, and the next request on that connection sees another tenant. */
const localSettings = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { session: 'End set_config with true: a setting of the session outlives this request.' },
  },
  create(context) {
    const check = (node, text) => {
      for (const [, last] of text.matchAll(/set_config\s*\([^()]*(?:\([^()]*\)[^()]*)*?,\s*([^,()]+)\)/gi)) {
        if (last.trim().toLowerCase() !== 'true') context.report({ node, messageId: 'session' });
      }
    };
    return {
      Literal: (node) => typeof node.value === 'string' && check(node, node.value),
      TemplateLiteral: (node) => check(node, node.quasis.map(({ value }) => value.raw).join('$0')),
    };
  },
};

const reportAt = (selectors, message) => ({
  meta: { type: 'problem', schema: [], messages: { found: message } },
  create: (context) =>
    Object.fromEntries(
      selectors.map((selector) => [selector, (node) => context.report({ node, messageId: 'found' })]),
    ),
});

const everyTestRuns = reportAt(
  [
    'CallExpression[callee.object.name=/^(it|test|describe)$/][callee.property.name=/^(skip|only|todo)$/]',
    'CallExpression[callee.name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
  ],
  'Every test runs, always.',
);

const rawConnection = reportAt(
  [
    "CallExpression[callee.property.name='query'][callee.object.name=/^(source|dataSource|pool|client)$/]",
    "CallExpression[callee.property.name='query'][callee.object.property.name=/^(source|dataSource|pool|client)$/]",
  ],
  'Statements go through TenantDb or MachineDb, which set the tenant and the role.',
);

export default {
  meta: { name: 'house' },
  rules: {
    'relation-type': relationType,
    'local-settings': localSettings,
    'every-test-runs': everyTestRuns,
    'raw-connection': rawConnection,
  },
};
