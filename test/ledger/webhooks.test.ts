import { createHmac } from 'node:crypto';
import { appendAuditEvent } from '../../src/audit';
import { deliver } from '../../src/ledger/webhooks/deliver';
import { tellOfDates } from '../../src/ledger/webhooks/due-notices';
import { WebhookService } from '../../src/ledger';
import { globalId, readKey } from '../../src/platform/graphql';
import type { OutboundRules } from '../../src/platform/outbound';
import { until } from '../support/child-process';
import { useTestDatabase } from '../support/database';
import { HttpReceiver } from '../support/http-receiver';
import { aLedgerPlan, aReport, setToday, type LedgerPlan } from '../support/ledger-plan';
import { officers } from '../support/office';
import type { Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);
const inside: OutboundRules = { hosts: [], networks: ['127.0.0.0/8'] };

let receiver: HttpReceiver;
let plan: LedgerPlan;

beforeAll(async () => {
  await setToday(database, '2024-06-15');
  receiver = await HttpReceiver.start();
  plan = await aLedgerPlan(database);
});
afterAll(() => receiver.close());

const allEvents = ['SUBMITTED', 'WAITING_FOR_REVIEW', 'REVIEWED', 'PUBLISHED', 'WITHDRAWN', 'RECTIFICATION_OPENED', 'RECTIFICATION_CLOSED'];

async function aWebhook(over: Record<string, unknown> = {}): Promise<{ id: string; secret: string }> {
  const made = await office
    .administrator()
    .run('createWebhook', { url: `${receiver.url}/hook`, events: allEvents, ...over }, 'webhook { id } secret');
  if (!made.webhook) throw new Error(JSON.stringify(made));
  return { id: made.webhook.id, secret: made.secret };
}

const disable = (webhookId: string) => office.administrator().run('disableWebhook', { webhookId }, 'webhook { disabledAt }');

const deliveriesOf = async (id: string, states?: string[]): Promise<Data[]> =>
  (
    await office.auditor().data(
      `query ($filterBy: WebhookDeliveryFilter) { webhookDeliveries(first: 100, filterBy: $filterBy) { nodes {
         id event subject details state attemptCount lastAttemptAt lastStatus lastError webhook { id } } } }`,
      { filterBy: { webhookIds: [id], ...(states && { states }) } },
    )
  ).webhookDeliveries.nodes.reverse();

const send = (deliveryId: string, { isLastTry = false, rules = inside } = {}) =>
  deliver(
    { owner: database.owner, rules, stop: new AbortController().signal },
    { id: 'job', data: { deliveryId: readKey(deliveryId, 'WebhookDelivery') }, isLastTry },
  );

const waitingJobs = async (): Promise<number> =>
  (await database.owner.query<{ count: number }[]>(`select count(*)::int from pgboss.job where name = 'webhook-delivery'`))[0]!.count;

async function submittedEntry(): Promise<{ id: string; unitKey: number }> {
  const obligation = plan.of(1, '县教育局');
  const reporter = office.reporter('填报人', obligation.unitKey);
  const { entry } = await reporter.run('reportProgress', aReport(obligation), 'entry { id }');
  await reporter.run('submitForReview', { subjectId: entry.id }, 'submission { id }');
  return { id: entry.id as string, unitKey: obligation.unitKey };
}

describe('a webhook', () => {
  it('is told of a review from submission to publication, in ids and states, without names and comments', async () => {
    const { id } = await aWebhook();
    const entry = await submittedEntry();
    for (const stage of [1, 2, 3, 4])
      await office
        .reviewer(`审核人${stage}`, entry.unitKey)
        .run(
          'reviewItem',
          { subjectId: entry.id, stage, decision: stage === 3 ? 'DISCLOSE' : 'APPROVE', comment: '内部意见' },
          'submission { id }',
        );
    await office.administrator().run('withdrawEntry', { entryId: entry.id, reason: '测试' }, 'entry { id }');
    const told = await deliveriesOf(id);
    expect(told.map(({ event, details }) => [event, details.step ?? details.state ?? null])).toEqual([
      ['SUBMITTED', null],
      ['WAITING_FOR_REVIEW', 1],
      ['REVIEWED', 'OPEN'],
      ['WAITING_FOR_REVIEW', 2],
      ['REVIEWED', 'OPEN'],
      ['WAITING_FOR_REVIEW', 3],
      ['REVIEWED', 'OPEN'],
      ['WAITING_FOR_REVIEW', 4],
      ['REVIEWED', 'APPROVED'],
      ['PUBLISHED', null],
      ['WITHDRAWN', null],
    ]);
    expect(new Set(told.map(({ subject }) => subject))).toEqual(new Set([entry.id]));
    expect(JSON.stringify(told)).not.toMatch(/审核人|内部意见|填报人/);
    await disable(id);
  });

  it('is told of findings, and of plans', async () => {
    const { id } = await aWebhook();
    const unitId = globalId('Unit', plan.of(1, '县财政局').unitKey);
    const opened = await office
      .administrator()
      .run('openRectification', { unitId, source: 'INSPECTION', finding: '栏目更新不及时', dueOn: '2099-12-31' }, 'rectification { id }');
    const draft = await aLedgerPlan(database, { publish: false, ledgerSince: null });
    await office.administrator().run('publishPlan', { planId: draft.id, override: { reason: '测试' } }, 'plan { id }');
    const told = await deliveriesOf(id);
    expect(told.map(({ event, subject }) => [event, subject])).toEqual([
      ['RECTIFICATION_OPENED', opened.rectification.id],
      ['PUBLISHED', draft.id],
    ]);
    await disable(id);
  });

  it('hears of what it asked for alone, and nothing of what was refused or undone', async () => {
    const { id } = await aWebhook({ events: ['SUBMITTED'] });
    const before = await waitingJobs();
    await submittedEntry();
    expect((await deliveriesOf(id)).map(({ event }) => event)).toEqual(['SUBMITTED']);
    expect(await waitingJobs()).toBe(before + 1);
    const undone = database.owner.transaction(async (manager) => {
      await appendAuditEvent(manager, { actor: '测试', action: 'review.submit', subject: plan.id, payload: { after: { round: 1 } } });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await waitingJobs()).toBe(before + 1);
    expect(await deliveriesOf(id)).toHaveLength(1);
    await disable(id);
    await submittedEntry();
    expect(await deliveriesOf(id)).toHaveLength(1);
  });

  it('shows its secret once, to who made it', async () => {
    const input = { idempotencyKey: 'webhook once', url: receiver.url, events: ['PUBLISHED'] };
    const first = await office.administrator().run('createWebhook', input, 'webhook { id } secret');
    const again = await office.administrator().run('createWebhook', input, 'webhook { id } secret');
    expect(first.secret).toMatch(/^[\w-]{43}$/);
    expect(again).toEqual({ webhook: first.webhook, secret: null, userErrors: [] });
    const kept = await database.owner.query<{ result: unknown; payload: unknown }[]>(
      `select result::text as text from command_key union all select payload::text from audit_event`,
    );
    expect(JSON.stringify(kept)).not.toContain(first.secret);
    await disable(first.webhook.id);
    expect(await disable(first.webhook.id)).toEqual({ error: 'CONFLICT' });
  });

  it.each<[code: string, over: Record<string, unknown>]>([
    ['URL_INVALID', { url: 'ftp://oa.example.gov.cn/' }],
    ['URL_INVALID', { url: 'https://me:pass@oa.example.gov.cn/' }],
    ['NO_EVENTS', { events: [] }],
    ['DAYS_GO_WITH_DUE_SOON', { events: ['DUE_SOON'] }],
    ['DAYS_GO_WITH_DUE_SOON', { dueWithinDays: 3 }],
  ])('that is wrong is refused: %s', async (code, over) => {
    const input = { url: receiver.url, events: ['PUBLISHED'], ...over };
    expect(await office.administrator().run('createWebhook', input, 'webhook { id }')).toMatchObject({ userErrors: [{ code }] });
  });
});

describe('a delivery', () => {
  let id: string;
  let secret: string;

  beforeAll(async () => {
    ({ id, secret } = await aWebhook({ events: ['SUBMITTED'] }));
  });
  afterAll(() => disable(id));

  const aDelivery = async (): Promise<string> => {
    await submittedEntry();
    return (await deliveriesOf(id, ['PENDING'])).at(-1)!.id;
  };
  const answering = (answer: Parameters<typeof receiver.answers.set>[1]) => receiver.answers.set('/hook', answer);

  it('is a signed POST, which the receiver can check with its secret', async () => {
    const delivery = await aDelivery();
    answering({ status: 204 });
    await send(delivery);
    const { headers, body } = receiver.received.at(-1)!;
    const reckoned = createHmac('sha256', secret)
      .update(`${String(headers['gongkai-timestamp'])}.${body}`)
      .digest('hex');
    expect(headers['gongkai-signature']).toBe(`sha256=${reckoned}`);
    expect(headers).toMatchObject({ 'gongkai-event': 'SUBMITTED', 'gongkai-delivery': delivery });
    expect(JSON.parse(body)).toMatchObject({ id: delivery, webhookId: id, event: 'SUBMITTED', details: { round: 1 } });
    expect((await deliveriesOf(id)).find((each) => each.id === delivery)).toMatchObject({
      state: 'DELIVERED',
      attemptCount: 1,
      lastStatus: 204,
    });
  });

  it('is sent once, however often its job comes', async () => {
    const delivery = await aDelivery();
    await send(delivery);
    const count = receiver.received.length;
    await send(delivery);
    expect(receiver.received).toHaveLength(count);
  });

  it('that is not taken waits to be sent again, and is given up after its last try', async () => {
    const delivery = await aDelivery();
    answering({ status: 500 });
    await expect(send(delivery)).rejects.toThrow('HTTP 500');
    const now = async () => (await deliveriesOf(id)).find((each) => each.id === delivery);
    expect(await now()).toMatchObject({ state: 'PENDING', attemptCount: 1, lastStatus: 500 });
    await expect(send(delivery, { isLastTry: true })).rejects.toThrow('HTTP 500');
    expect(await now()).toMatchObject({ state: 'FAILED', attemptCount: 2 });
  });

  it('follows no redirection', async () => {
    answering({ status: 302, headers: { location: `${receiver.url}/elsewhere` } });
    await expect(send(await aDelivery())).rejects.toThrow('HTTP 302');
    expect(receiver.received.map(({ path }) => path)).not.toContain('/elsewhere');
  });

  it('goes nowhere inside unless that is allowed, by whatever name', async () => {
    const delivery = await aDelivery();
    const count = receiver.received.length;
    const nothing = { hosts: [], networks: [] };
    await expect(send(delivery, { rules: nothing })).rejects.toThrow('ADDRESS_NOT_ALLOWED');
    const named = await aWebhook({ url: `${receiver.url.replace('127.0.0.1', 'localhost')}/hook`, events: ['SUBMITTED'] });
    await submittedEntry();
    const [byName] = await deliveriesOf(named.id);
    await expect(send(byName.id, { rules: nothing })).rejects.toThrow('ADDRESS_NOT_ALLOWED');
    expect(receiver.received).toHaveLength(count);
    expect((await deliveriesOf(named.id))[0]).toMatchObject({ state: 'PENDING', lastStatus: null, lastError: 'ADDRESS_NOT_ALLOWED' });
    answering({ status: 200 });
    await send(byName.id, { rules: { hosts: ['localhost'], networks: [] } });
    expect((await deliveriesOf(named.id))[0]).toMatchObject({ state: 'DELIVERED' });
    await disable(named.id);
  });

  it('of a webhook that was disabled since is not sent', async () => {
    const gone = await aWebhook({ events: ['SUBMITTED'] });
    await submittedEntry();
    await disable(gone.id);
    const count = receiver.received.length;
    const [delivery] = await deliveriesOf(gone.id);
    await send(delivery.id);
    expect(receiver.received).toHaveLength(count);
    expect((await deliveriesOf(gone.id))[0]).toMatchObject({ state: 'FAILED', attemptCount: 0, lastError: 'DISABLED' });
  });
});

describe('dates', () => {
  it('are told once each, by unit, however long nobody looked', async () => {
    await setToday(database, '2024-06-15');
    const { id } = await aWebhook({ events: ['DUE_SOON', 'OVERDUE'], dueWithinDays: 10 });
    const dates = await aLedgerPlan(database, {
      rows: [
        '1\t主动公开\t公开甲。\t县水利局\t2024年6月27日',
        '2\t主动公开\t公开乙。\t县水利局\t2024年6月27日',
        '3\t主动公开\t公开丙。\t县审计局\t2024年8月1日',
      ],
    });
    await tellOfDates(database.owner);
    expect(await deliveriesOf(id)).toEqual([]);
    await setToday(database, '2024-06-20');
    await Promise.all([1, 2, 3].map(() => tellOfDates(database.owner)));
    const unit = globalId('Unit', dates.of(1, '县水利局').unitKey);
    const mine = async () => (await deliveriesOf(id)).filter(({ subject }) => subject === unit);
    const details = { dueOn: '2024-06-27', count: 2, obligationIds: [dates.of(1, '县水利局').id, dates.of(2, '县水利局').id] };
    expect(await mine()).toMatchObject([{ event: 'DUE_SOON', details }]);
    await setToday(database, '2024-07-20');
    await tellOfDates(database.owner);
    await tellOfDates(database.owner);
    expect(await mine()).toMatchObject([{ event: 'DUE_SOON' }, { event: 'OVERDUE', details }]);
    await disable(id);
    await setToday(database, '2024-06-15');
  });
});

describe('the service', () => {
  it('sends what waits by itself, puts off what fails, and stops at once with a receiver that does not answer', async () => {
    const { id } = await aWebhook({ url: `${receiver.url}/served`, events: ['SUBMITTED', 'PUBLISHED'] });
    const silent = await aWebhook({ url: `${receiver.url}/silent`, events: ['SUBMITTED'] });
    receiver.answers.set('/silent', 'SILENT');
    const service = new WebhookService({ owner: database.owner, rules: inside, log: { warn: () => {} } as never });
    await submittedEntry();
    const count = receiver.received.length;
    service.start();
    await receiver.count(count + 2);
    const states = async (webhook: string) => (await deliveriesOf(webhook)).map(({ state }) => state);
    await until(async () => (await states(id)).includes('DELIVERED'));
    await service.close();
    expect(await states(id)).toEqual(['DELIVERED']);
    expect(await states(silent.id)).toEqual(['PENDING']);
    const jobs = await database.owner.query<{ state: string; isLater: boolean }[]>(
      `select j.state::text, j.start_after > now() + interval '20 seconds' as "isLater" from pgboss.job j
       join webhook_delivery d on d.id = (j.data ->> 'deliveryId')::int where d.webhook_id = any($1) order by d.webhook_id`,
      [[readKey(id, 'Webhook'), readKey(silent.id, 'Webhook')]],
    );
    expect(jobs).toEqual([
      { state: 'completed', isLater: false },
      { state: 'retry', isLater: true },
    ]);
    await disable(id);
    await disable(silent.id);
  });
});
