import { readFileSync } from 'node:fs';
import { importPlan, parseDocument } from '../../src/intake';
import { useTestDatabase } from '../support/database';
import { answer } from '../support/query';

const database = useTestDatabase({ seeded: true });

const plans = [
  ['dazhou-2023', '511700'],
  ['tongchuan-2023', '511702'],
  ['wanyuan-2021', '511781'],
  ['meishan-2023', '511400'],
  ['guangyuan-2022', '510800'],
] as const;

async function load(file: string, regionCode: string) {
  const content = readFileSync(file);
  const parsed = await parseDocument(content, file);
  return database.owner.transaction((manager) => importPlan(manager, { parsed, content, regionCode, publish: false, actor: 'test' }));
}

describe('a public plan that comes again in another format', () => {
  for (const format of ['docx', 'xlsx'])
    it.each(plans)(`%s as ${format} is a version of the same reading, not a second plan`, async (name, region) => {
      const outcome = await load(`test/fixtures/documents/${name}.${format}`, region);
      expect(outcome).toMatchObject({ created: false, published: false, version: { isNew: true, changes: [] }, createdUnits: [] });
    });

  it('is there once', async () => {
    const { plans: found } = await answer(
      database.internalReader,
      '{ plans { totalCount nodes { versions { nodes { number state } } } } }',
    );
    expect(found.totalCount).toBe(plans.length);
    const states = ['PENDING', 'DISCARDED', 'CURRENT'].map((state, at) => ({ number: 3 - at, state }));
    expect(found.nodes.map(({ versions }: { versions: { nodes: unknown } }) => versions.nodes)).toEqual(plans.map(() => states));
  });
});
