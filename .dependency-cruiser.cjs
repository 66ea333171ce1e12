/** Circles are what tests/architecture.test.ts cannot see file by file. @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'A circle of values between files: none of them can be read, tested or moved alone.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'scoring-stands-alone', severity: 'error', from: { path: '^scoring/', pathNot: '\\.test\\.ts$' }, to: { pathNot: '^(scoring/|node_modules/zod/)' } },
    {
      name: 'engine-before-odds',
      severity: 'error',
      comment: 'Functions shared by every method take no numbers of one method.',
      from: { path: '^scoring/engine/', pathNot: '\\.test\\.ts$' },
      to: { path: '^scoring/odds/' },
    },
    // Measurements make their organizations with the tests' factories.
    { name: 'nobody-imports-tests', severity: 'error', from: { pathNot: '^(tests|bench)/|\\.(test|spec)\\.tsx?$' }, to: { path: '^tests/|\\.(test|spec)\\.tsx?$' } },
    { name: 'no-unresolvable', severity: 'error', from: { pathNot: '^app/(paraglide|access/generated)/' }, to: { couldNotResolve: true, pathNot: '^(virtual:|#scoring)' } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(app/paraglide|app/access/generated)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
