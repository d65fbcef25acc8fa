import { ruleTester } from './rule-tester.mjs';
import rule from './no-entity-save.mjs';

const errors = [{ messageId: 'save' }];

ruleTester.run('no-entity-save', rule, {
  valid: ['await buyers.insert(ctx, row);', 'await drafts.saveReplyDraft(ctx, input);', 'const save = true;'],
  invalid: [
    { code: 'await repository.save(row);', errors },
    { code: 'await this.manager.getRepository(Buyer).save(row);', errors },
    { code: "await repository['save'](row);", errors },
    { code: 'await repository?.save(row);', errors },
  ],
});
