import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { schemas } from '../../src/app/schema';
import { packageRoot } from '../../src/platform/package-root';
import { roleMatrix } from '../support/role-matrix';

const fixture = 'test/fixtures/role-matrix.txt';
const path = join(packageRoot(__dirname), fixture);

describe('who may do what', () => {
  it('is what the table says, for every mutation and all that only the internal endpoint answers', async () => {
    const found = await roleMatrix(schemas().internal, schemas().public);
    if (process.env['UPDATE']) writeFileSync(path, `${found.join('\n')}\n`);
    const registered = readFileSync(path, 'utf8').trim().split('\n');
    const added = found.filter((line) => !registered.includes(line));
    const gone = registered.filter((line) => !found.includes(line));
    if (added.length + gone.length > 0) {
      const lines = [...added.map((line) => `+ ${line}`), ...gone.map((line) => `- ${line}`)].join('\n');
      throw new Error(
        `Who may do what has changed:\n${lines}\n` +
          `Is every role in these lines meant? Then rewrite ${fixture} by: UPDATE=1 npx jest test/app/role-matrix.test.ts\n` +
          'Else set the roles by @Authorized on the mutation, query or field, or as the last argument of registerNode.',
      );
    }
    expect(registered).toEqual(found);
  });

  it('leaves nothing to those who are not signed in', async () => {
    const open = (await roleMatrix(schemas().internal, schemas().public)).filter((line) => !line.includes('| nobody: UNAUTHENTICATED |'));
    expect(open).toEqual([]);
  });

  it('is written nowhere in vain: a field of a type with simple resolvers asks nobody', () => {
    const { authorizedFields, objectTypes } = getMetadataStorage();
    const unasked = authorizedFields.filter(({ target, fieldName }) => {
      const name = objectTypes.find((type) => type.target === target)?.name;
      const type = name === undefined ? null : schemas().internal.getType(name);
      return isObjectType(type) && !type.getFields()[fieldName]?.resolve;
    });
    expect(unasked.map(({ target, fieldName }) => `${target.name}.${fieldName}`)).toEqual([]);
  });
});
