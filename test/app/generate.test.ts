import { generate } from '../../src/app/generate/generate';
import { brokenRules } from '../../src/app/standing-rules';
import { verifyAuditChain } from '../../src/audit';
import { useTestDatabase } from '../support/database';

const database = useTestDatabase({ seeded: true });

class Undo extends Error {}

/** All that was made, as text, without what depends on the clock; then undone. */
async function madeWith(seed: string): Promise<string> {
  let made = '';
  await database.owner
    .transaction(async (manager) => {
      await generate(manager, { plans: 3, seed, progress: () => {} });
      const rows = await manager.query<object[]>(
        `select p.slug, p.title, p.issued_on, t.number, t.text, t.deadline_text, t.due_on, t.responsible_text,
           (select count(*)::int from obligation o where o.task_id = t.id) as obligations,
           (select jsonb_agg(x.value) from target x where x.task_id = t.id) as targets
         from task t join plan p on p.id = t.plan_id where p.slug like 'synthetic-%' order by p.slug, t.number`,
      );
      made = JSON.stringify(rows);
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  return made;
}

test('the same seed gives the same country, another seed another one', async () => {
  const first = await madeWith('1');
  expect(first.length).toBeGreaterThan(10_000);
  expect(await madeWith('1')).toBe(first);
  expect(await madeWith('2')).not.toBe(first);
});

test('a synthetic country says so, keeps all standing rules and is open to the public', async () => {
  await database.owner.transaction((manager) => generate(manager, { plans: 30, seed: 's', progress: () => {} }));
  const [counts] = await database.publicReader.rows<{ plans: number; tasks: number; listed: number; marked: number; obligations: number }>(
    `select count(distinct p.id)::int as plans, count(distinct t.id)::int as tasks, count(distinct f.task_id)::int as listed,
       count(distinct p.id) filter (where p.title like '【合成数据】%' and p.document_number like '合成%')::int as marked,
       (select count(*)::int from obligation o join plan y on y.id = o.plan_id where y.slug like 'synthetic-%') as obligations
     from plan p join task t on t.plan_id = p.id left join published_task f on f.task_id = t.id where p.slug like 'synthetic-%'`,
  );
  expect(counts).toMatchObject({ plans: 30, marked: 30, listed: counts!.tasks });
  expect(counts!.tasks).toBeGreaterThan(30 * 45);
  expect(counts!.obligations).toBeGreaterThan(counts!.tasks);
  expect(await brokenRules(database.owner)).toEqual([]);
  expect(await verifyAuditChain(database.owner)).toEqual([]);
});
