import { reportProblem } from '../../src/open-data';
import { pages } from '../../src/portal/pages';
import { portalPages } from '../portal/portal-pages';
import { accessibilityFaults, overflow, useBrowser, type Look, type Reader } from '../support/browser';
import { useTestDatabase } from '../support/database';
import { usePortalSite } from '../support/portal-site';

const database = useTestDatabase({ seeded: true });
const browser = useBrowser(usePortalSite(database));

/** The last address of every page in the list: of several the one that shows more. */
const onePerPage = pages.flatMap(({ path }) => portalPages.findLast((address) => patternOf(path).test(address.split('?')[0]!)) ?? []);

/** Every language, light, size and device twice; the first on every address, the others on one of every page. */
const looks: readonly (readonly [string, Look, readonly string[]])[] = [
  ['in Chinese, light, at a desk', { lang: 'zh', theme: 'light', device: 'desktop' }, [...portalPages, '/no-such-page']],
  ['in English, dark, on a phone', { lang: 'en', theme: 'dark', device: 'phone' }, onePerPage],
  ['in Chinese, large, dark, on a phone', { lang: 'zh', theme: 'dark', size: 'large', device: 'phone' }, onePerPage],
  ['in English, large, light, at a desk', { lang: 'en', theme: 'light', size: 'large', device: 'desktop' }, onePerPage],
];

describe.each(looks)('read %s', (_name, look, addresses) => {
  let reader: Reader;

  beforeAll(async () => {
    reader = await browser.newReader(look);
  }, 60_000);
  afterAll(() => reader?.close());

  const expectGoodPage = async (path: string): Promise<void> => {
    await reader.open(path);
    expect(await accessibilityFaults(reader.page)).toEqual([]);
    expect(await overflow(reader.page)).toBe(0);
    expect(reader.troubles).toEqual([]);
  };

  test.each(addresses)('%s is accessible, fits the screen, and asks nobody else', expectGoodPage, 60_000);

  test('so are the receipt of a report and its answer beside the record', async () => {
    const number = await database.owner.transaction((manager) =>
      reportProblem(manager, { subjectId: 'UmVnaW9uOjE', text: `有误 ${_name}`, contact: null }),
    );
    await expectGoodPage(`/reports/${number}`);
    await database.owner.query(`update problem_receipt set status = 'ANSWERED', answer = '已核对', answered_at = now() where number = $1`, [
      number,
    ]);
    await expectGoodPage('/regions/100000');
  });
});

test('every page of the portal is among them, but for receipts, which are numbered by chance', () => {
  const missing = pages.filter(({ path }) => !portalPages.some((address) => patternOf(path).test(address.split('?')[0]!)));
  expect(missing.map(({ path }) => path)).toEqual(['/reports/:number(^[0-9A-Za-z-]{1,40}$)']);
});

/** The addresses of a route: its parameters are written `:name(^pattern$)`. */
function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/:\w+\(\^(.*?)\$\)/g, '$1')}$`);
}
