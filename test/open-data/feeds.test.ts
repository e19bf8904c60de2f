import ICAL from 'ical.js';
import { withdrawPlan } from '../../src/plans';
import { readKey } from '../../src/platform/graphql';
import { useTestApp } from '../support/app-server';
import { useTestDatabase } from '../support/database';
import { answer } from '../support/query';
import { xmlTexts } from '../support/xml-texts';

const database = useTestDatabase({ seeded: true });
const app = useTestApp(database);

interface Event {
  uid: string;
  summary: string;
  day: string;
  isDay: boolean;
  sequence: number;
}

async function events(path: string): Promise<Event[]> {
  const calendar = new ICAL.Component(ICAL.parse(await app.text(path)));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, summary, startDate, sequence } = new ICAL.Event(component);
    return { uid, summary, day: startDate.toString(), isDay: startDate.isDate, sequence: sequence ?? 0 };
  });
}

/** The days of the seeds as they stand, before those of all tasks are moved to about now. */
let seeded: Awaited<ReturnType<typeof events>>;

beforeAll(async () => {
  seeded = await events('/calendar.ics');
});

beforeAll(async () => {
  await database.owner.query(
    `update task_occurrence set due_on = due_on + (shanghai_today() - (select max(due_on) from task_occurrence)) where period is null`,
  );
  await database.owner.query(
    `update obligation o set due_on = c.due_on from task_occurrence c where c.task_id = o.task_id and c.period is null`,
  );
});

const idOf = async (query: string, pick: (data: never) => string) => pick((await answer(database.publicReader, query)) as never);
const aPlan = () =>
  idOf(
    '{ plans(filterBy: { withinRegion: "511700" }, first: 1) { nodes { id } } }',
    (data: { plans: { nodes: { id: string }[] } }) => data.plans.nodes[0]!.id,
  );

describe('the calendar', () => {
  it('answers without parameters: whole days, each event known by a UID of its own', async () => {
    const response = await app.get('/calendar.ics');
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const all = await events('/calendar.ics');
    expect(all.length).toBeGreaterThan(20);
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(all.length);
    expect(all.every(({ uid, summary, isDay }) => isDay && /@localhost$/.test(uid) && /\p{Script=Han}/u.test(summary))).toBe(true);
    expect(await app.text('/calendar.ics')).toBe(await app.text('/calendar.ics'));
    expect((await app.get('/calendar.ics', { 'if-none-match': response.headers.get('etag')! })).status).toBe(304);
  });

  it('has what is past too, however long ago', async () => {
    const [{ count }] = await database.owner.query<[{ count: number }]>('select count(*)::int as count from task_occurrence');
    expect(seeded).toHaveLength(count);
    expect(seeded.map(({ day }) => day)).toEqual(expect.arrayContaining(['2021-12-31', '2023-08-31']));
  });

  it('is of a region with all below it, of a plan, of a unit', async () => {
    const all = await events('/calendar.ics');
    const city = await events('/calendar.ics?region=511700');
    const plan = await events(`/calendar.ics?plan=${await aPlan()}`);
    expect(city.length).toBeLessThan(all.length);
    expect(plan.length).toBeGreaterThan(0);
    expect(all.map(({ uid }) => uid)).toEqual(expect.arrayContaining(plan.map(({ uid }) => uid)));
    const [{ key }] = await database.owner.query<[{ key: number }]>(
      `select o.unit_id as key from obligation o join task_occurrence c on c.task_id = o.task_id where c.period is null group by 1 order by count(*) desc limit 1`,
    );
    const unit = await events(`/calendar.ics?unit=${Buffer.from(`Unit:${key}`).toString('base64url')}`);
    expect(unit.length).toBeGreaterThan(0);
    expect(unit.every(({ uid }) => uid.startsWith('obligation-'))).toBe(true);
  });

  it('keeps the UID of what was put off, moves it, and raises its sequence', async () => {
    const [{ id, unitKey, planKey, dueOn }] = await database.owner.query<[{ id: number; unitKey: number; planKey: number; dueOn: string }]>(
      `select o.id, o.unit_id as "unitKey", o.plan_id as "planKey", o.due_on::text as "dueOn" from obligation o
       join task_occurrence c on c.task_id = o.task_id where c.period is null order by o.due_on desc, o.id limit 1`,
    );
    const path = `/calendar.ics?unit=${Buffer.from(`Unit:${unitKey}`).toString('base64url')}`;
    const find = async () => (await events(path)).find(({ uid }) => uid.startsWith(`obligation-${id}@`));
    expect(await find()).toMatchObject({ day: dueOn, sequence: 0 });
    const [{ later }] = await database.owner.query<[{ later: string }]>(
      `insert into deadline_extension (plan_id, obligation_id, previous_due_on, proposed_due_on, reason, requested_by, state, decided_by, decided_at, decision_reason)
       values ($1, $2, $3::date, $3::date + 30, '延期', 'reporter', 'GRANTED', 'planner', now(), '同意') returning proposed_due_on::text as later`,
      [planKey, id, dueOn],
    );
    await database.owner.query('update obligation set due_on = $1 where id = $2', [later, id]);
    expect(await find()).toMatchObject({ day: later, sequence: 1 });
  });
});

describe('the feed of changes', () => {
  it('tells of publications and releases, with ids that last', async () => {
    const response = await app.get('/feeds/changes.atom');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = await response.text();
    const ids = xmlTexts(xml, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('tag:localhost,2026:release/1');
    expect(ids.filter((id) => /^tag:localhost,2026:plan\/[\w-]+\/published\/\d+$/.test(id))).toHaveLength(5);
    expect(xmlTexts(xml, 'title').join()).toContain('2023年全市政务公开工作要点');
    expect(await app.text('/feeds/changes.atom')).toBe(xml);
  });

  it('is of a region or a unit alone where that is asked for', async () => {
    const titles = xmlTexts(await app.text('/feeds/changes.atom?region=511700'), 'id');
    expect(titles.filter((id) => id.includes('/published/'))).toHaveLength(3);
    expect(titles.some((id) => id.includes('release/'))).toBe(false);
  });

  it('tells of corrections once each, with the reasons', async () => {
    const plan = await aPlan();
    await database.owner.query(
      `insert into correction (plan_id, field, before, after, reason, actor) values ($1, 'title', '"a"', '"b"', '错字 <更正> & 补正', 'planner'), ($1, 'year', '1', '2', '错字 <更正> & 补正', 'planner')`,
      [readKey(plan, 'Plan')],
    );
    const xml = await app.text(`/feeds/changes.atom?plan=${plan}`);
    expect(xmlTexts(xml, 'id').filter((id) => id.includes(`${plan}/corrected/`))).toHaveLength(1);
    expect(xmlTexts(xml, 'summary').join()).toContain('错字 &lt;更正&gt; &amp; 补正');
  });

  it('tells that a plan was withdrawn and why, and nothing of a title that is withheld', async () => {
    const plan = await aPlan();
    const withdrawal = { actor: 'test', reason: '文号有误', isTitleWithheld: true };
    await database.owner.transaction((manager) => withdrawPlan(manager, readKey(plan, 'Plan'), withdrawal));
    const xml = await app.text('/feeds/changes.atom');
    const at = xmlTexts(xml, 'id').findIndex((id) => id.includes(`${plan}/withdrawn/`));
    expect(at).toBeGreaterThan(0);
    expect(xmlTexts(xml, 'summary').join()).toContain('文号有误');
    expect(xml).not.toContain('2023年全市政务公开工作要点');
  });
});

it('a parameter that means nothing is refused with a reason in both languages', async () => {
  for (const path of ['/calendar.ics', '/feeds/changes.atom']) {
    for (const query of ['region=999999x', 'region=%00', 'unit=x', 'unit=UGxhbjox', 'plan=%00', 'region=511700&region=511702']) {
      const response = await app.get(`${path}?${query}`);
      expect([path, query, response.status]).toEqual([path, query, 400]);
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringMatching(/\p{Script=Han}/u) }] });
    }
    for (const query of ['unit=VW5pdDoxOTk5OTk5OTk5', 'plan=no-such-plan']) expect((await app.get(`${path}?${query}`)).status).toBe(404);
  }
});
