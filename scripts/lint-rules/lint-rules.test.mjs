import { RuleTester } from 'eslint';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { root } from '../project.mjs';
import { imports } from './imports.mjs';
import { names } from './names.mjs';

RuleTester.describe = describe;
RuleTester.it = it;
const tester = new RuleTester();

/** A file of the project that imports something. */
const file = (path, name) => ({ filename: join(root, path), code: `import x from '${name}';` });
const wrong = (path, name, because) => ({ ...file(path, name), errors: [{ message: because }] });
const server = (path) => `packages/server/src/features/${path}`;

tester.run('imports point along the road', imports, {
  valid: [
    file('packages/shared/src/domain/rate.ts', './percent.ts'),
    file('packages/shared/src/domain/rate.test.ts', 'vitest'),
    file('packages/admin/src/ui/Button.vue', 'vue'),
    file('packages/admin/src/ui/Rate.vue', '@chi-tieu/shared/domain/rate'),
    file('packages/admin/src/features/plans/PlanPage.vue', '@chi-tieu/shared/generated/graphql'),
    file(server('plans/plans.resolver.ts'), './issue.service.ts'),
    file(server('plans/issue.service.ts'), '../rates/totals.queries.ts'),
    file(server('plans/plans.types.ts'), '../units/units.types.ts'),
    file(server('plans/issue.test.ts'), '../units/tree.ts'),
  ],
  invalid: [
    wrong('packages/shared/src/domain/rate.ts', 'node:fs', /shared\/domain are pure/),
    wrong('packages/shared/src/domain/rate.ts', '../generated/graphql.ts', /shared\/domain are pure/),
    wrong('packages/shared/src/domain/rate.ts', 'vitest', /shared\/domain are pure/),
    wrong('packages/admin/src/ui/Button.vue', '../features/plans/usePlan.ts', /ui\/ know nothing/),
    wrong('packages/admin/src/ui/Button.vue', '@chi-tieu/shared/generated/graphql', /ui\/ know nothing/),
    wrong('packages/admin/src/app/session.ts', '../../../server/src/app/config.ts', /only by its contract/),
    wrong('packages/server/src/app/page.ts', '../../../admin/src/app/router.ts', /does not depend on who shows/),
    wrong(server('plans/issue.service.ts'), '../units/tree.ts', /uses another through/),
    wrong(server('plans/issue.service.ts'), '../units/units.resolver.ts', /uses another through/),
    wrong(server('plans/plans.queries.ts'), './issue.service.ts', /One road/),
    wrong(server('plans/issue.service.ts'), './plans.resolver.ts', /One road/),
  ],
});

tester.run('names say what is in a file', names, {
  valid: [{ filename: join(root, 'packages/admin/src/app/router.ts'), code: '' }],
  invalid: ['app/utils.ts', 'helpers/day.ts', 'app/common/day.ts', 'ui/index.ts'].map((path) => ({
    filename: join(root, 'packages/admin/src', path),
    code: '',
    errors: 1,
  })),
});
