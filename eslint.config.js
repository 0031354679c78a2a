import tseslint from 'typescript-eslint';

const PURE = ['libs/event-sourcing/**/*.ts', 'services/*/src/*/*.ts', 'services/*/src/*/*/*.ts'];
const ROLES =
  '{handler,controller,consumer,query,process,config,module,spec,builders,guard,filter,interceptor,strategy}';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.liren/**', '**/*.mjs', '**/*.js', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-extraneous-class': 'off', // Nest's modules are classes without members
      '@typescript-eslint/no-non-null-assertion': 'off', // with noUncheckedIndexedAccess, the way to say "it is there"
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off', // a switch with one case today, a field that another call changes
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off', // Nest and TypeORM take plain options
      '@typescript-eslint/no-generated-empty-object-type': 'off', // Publisher<never> accepts every service's publisher
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-deprecated': 'error',
      'prefer-arrow-callback': 'error',
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@nestjs/cqrs',
              importNames: ['EventBus', 'AggregateRoot', 'EventPublisher', 'Saga', 'EventsHandler'],
              message: 'They live in memory and lose events; facts go through the log.',
            },
          ],
        },
      ],
    },
  },
  {
    files: PURE,
    ignores: [
      `**/*.${ROLES}.ts`,
      '**/main.ts',
      '**/migrations/**',
      '**/testing/**',
      '**/cli/**',
      '**/reading/**',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: ':function[async=true]', message: 'A pure file never waits.' },
        { selector: 'AwaitExpression', message: 'A pure file never waits.' },
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Time comes in with the command.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in with the command.',
        },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: 'A decision rolls no dice.',
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', 'libs/testing/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off', // answers over HTTP and matchers are untyped
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
