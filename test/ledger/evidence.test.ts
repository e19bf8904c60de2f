import { checkEvidence } from '../../src/ledger';
import type { OutboundRules } from '../../src/platform/outbound';
import { useTestDatabase } from '../support/database';
import { HttpReceiver } from '../support/http-receiver';
import { aLedgerPlan, aReport, reportPublicly, setToday, type LedgerPlan } from '../support/ledger-plan';
import { officers } from '../support/office';
import { answer, type Data } from '../support/query';

const database = useTestDatabase({ seeded: true });
const office = officers(() => database);
const inside: OutboundRules = { hosts: ['127.0.0.1'], networks: [] };

let site: HttpReceiver;
let plan: LedgerPlan;

beforeAll(async () => {
  await setToday(database, '2024-06-15');
  site = await HttpReceiver.start();
  plan = await aLedgerPlan(database);
});
afterAll(() => site.close());

const check = (over: { rules?: OutboundRules; stop?: AbortSignal } = {}) =>
  checkEvidence({
    owner: database.owner,
    everyDays: 30,
    rules: inside,
    userAgent: 'Gongkai evidence check (http://localhost:4000)',
    stop: new AbortController().signal,
    ...over,
  });

/** Makes what was checked so far so many days older. */
const daysPass = (days: number) =>
  database.owner.query(`update evidence_check set checked_at = checked_at - make_interval(days => $1)`, [days]);

const link = (path: string) => ({ url: path.startsWith('http') ? path : `${site.url}${path}`, title: '佐证' });
const report = (paths: readonly string[], over: Record<string, unknown> = {}) =>
  reportPublicly(database, plan.of(1, '县教育局'), { evidence: paths.map(link), ...over });

const question =
  'query ($id: ID!) { node(id: $id) { ... on LedgerEntry { evidence { url check { status httpStatus failure checkedAt } } } } }';
const publicChecks = async (id: string): Promise<Data[]> =>
  (await answer(database.publicReader, question, { id })).node.evidence.map((evidence: Data) => evidence.check);
const asked = (path: string) => site.received.filter((request) => request.path === path);

describe('a link to evidence', () => {
  it('says nothing until it is asked for, then what was answered, to the public too', async () => {
    site.answers.set('/gone', { status: 404 });
    const id = await report(['/there', '/gone']);
    expect(await publicChecks(id)).toEqual([null, null]);
    await check();
    const checkedAt = expect.stringMatching(/^\d{4}-/) as string;
    expect(await publicChecks(id)).toEqual([
      { status: 'REACHABLE', httpStatus: 204, failure: null, checkedAt },
      { status: 'UNREACHABLE', httpStatus: 404, failure: null, checkedAt },
    ]);
    expect(asked('/there')[0]?.headers['user-agent']).toContain('http://localhost:4000');
  });

  it('is asked for once for all who name it, and again only when its days are over; sooner where it was not reachable', async () => {
    site.answers.set('/missing', { status: 500 });
    await report(['/shared', '/missing']);
    await report(['/shared'], { period: '2024-Q1' });
    const count = async (work: () => Promise<void>) => {
      const before = [asked('/shared').length, asked('/missing').length];
      await work();
      return [asked('/shared').length - before[0]!, asked('/missing').length - before[1]!];
    };
    expect(await count(check)).toEqual([1, 1]);
    expect(await count(check)).toEqual([0, 0]);
    await daysPass(2);
    expect(await count(check)).toEqual([0, 1]);
    await daysPass(29);
    expect(await count(check)).toEqual([1, 1]);
  });

  it('is followed through redirections, each of which is checked by itself', async () => {
    site.answers.set('/moved', { status: 302, headers: { location: '/moved/further' } });
    site.answers.set('/moved/further', { status: 301, headers: { location: `${site.url}/found` } });
    site.answers.set('/circle', { status: 302, headers: { location: '/circle' } });
    site.answers.set('/inward', { status: 302, headers: { location: 'http://10.0.0.1/secret' } });
    site.answers.set('/named-inward', { status: 307, headers: { location: site.url.replace('127.0.0.1', '[::1]') } });
    site.answers.set('/file', { status: 302, headers: { location: 'file:///etc/passwd' } });
    const id = await report(['/moved', '/circle', '/inward', '/named-inward', '/file']);
    await check();
    expect((await publicChecks(id)).map(({ status, httpStatus, failure }) => [status, httpStatus ?? failure])).toEqual([
      ['REACHABLE', 204],
      ['UNREACHABLE', 'TOO_MANY_REDIRECTIONS'],
      ['NOT_ASKED', 'ADDRESS_NOT_ALLOWED'],
      ['NOT_ASKED', 'ADDRESS_NOT_ALLOWED'],
      ['UNREACHABLE', 'REDIRECTION_NOT_ALLOWED'],
    ]);
    expect(asked('/circle')).toHaveLength(6);
  });

  it('that leads inside is never asked for, by number or by name', async () => {
    const byName = `${site.url.replace('127.0.0.1', 'localhost')}/inside-by-name`;
    const id = await report(['/inside', byName, 'http://169.254.169.254/latest/meta-data', 'http://[::ffff:127.0.0.1]/x']);
    const before = site.received.length;
    await check({ rules: { hosts: [], networks: [] } });
    expect(site.received).toHaveLength(before);
    expect((await publicChecks(id)).map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'NOT_ASKED'));
  });

  it('of a draft is checked for its reviewers, and shows nothing to the public; of what was taken away nobody asks', async () => {
    const { entry } = await office
      .reporter('填报人', plan.of(2, '县财政局').unitKey)
      .run('reportProgress', aReport(plan.of(2, '县财政局'), { evidence: [link('/draft')] }), 'entry { id }');
    await check();
    const { node } = await office.auditor().data(question, { id: entry.id });
    expect(node.evidence[0].check).toMatchObject({ status: 'REACHABLE' });
    expect((await answer(database.publicReader, question, { id: entry.id })).node).toBeNull();
    const seen = () => database.publicReader.rows('select 1 from evidence_check where url like $1', ['%/draft']);
    expect(await seen()).toEqual([]);
    await office.administrator().run('publishEntry', { entryId: entry.id, reason: '测试' }, 'entry { id }');
    expect(await seen()).toHaveLength(1);
    await office.administrator().run('withdrawEntry', { entryId: entry.id, reason: '测试' }, 'entry { id }');
    expect(await seen()).toEqual([]);
    await daysPass(31);
    await check();
    expect(asked('/draft')).toHaveLength(1);
  });

  it('that is asked for when the service stops stays as it was', async () => {
    site.answers.set('/slow', 'SILENT');
    const id = await report(['/slow']);
    const stop = new AbortController();
    const before = site.received.length;
    const checking = check({ stop: stop.signal });
    await site.count(before + 1);
    stop.abort();
    await checking;
    expect(await publicChecks(id)).toEqual([null]);
    site.answers.delete('/slow');
  });

  it('and what came of it stand in the audit log, before and after', async () => {
    await report(['/turns']);
    await check();
    site.answers.set('/turns', { status: 410 });
    await daysPass(31);
    await check();
    const [event] = await database.owner.query<{ payload: { before: Data[]; after: Data[] } }[]>(
      `select payload from audit_event where action = 'evidence.check' order by id desc limit 1`,
    );
    const ofIt = (found: readonly Data[]) => found.find(({ url }) => url === `${site.url}/turns`);
    expect(ofIt(event!.payload.before)).toMatchObject({ status: 'REACHABLE', httpStatus: 204 });
    expect(ofIt(event!.payload.after)).toMatchObject({ status: 'UNREACHABLE', httpStatus: 410 });
  });
});
