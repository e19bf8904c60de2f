import { randomBytes } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { lockForService } from '../../src/platform/database/embedded';
import { gongkai } from '../support/child-process';
import { makeDataFolder, removeDataFolder } from '../support/data-folder';
import { freePort, takePort } from '../support/free-port';
import { onDatabase, testServer } from '../support/test-server';

jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = makeDataFolder();
});
afterEach(() => removeDataFolder(folder));

/** What every failure that can be foreseen looks like. */
async function expectOneLine(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  code: number,
  words: RegExp,
): Promise<void> {
  const finished = await gongkai(args, { GONGKAI_DATA_DIR: folder, PORT: String(await freePort()), ...environment });
  expect(finished.stderr).toMatch(/^[^\n]+\n$/);
  expect(finished.stderr).toMatch(words);
  expect(finished.stderr).not.toMatch(/geheim|^\s+at /m);
  expect(finished.stdout).toBe('');
  expect(finished.code).toBe(code);
}

async function asSuperuser(statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: testServer().superuserUrl });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe.each(['serve', 'migrate'])('gongkai %s', (command) => {
  test('a wrong setting', () => expectOneLine([command], { PORT: 'abc' }, 78, /PORT/));
  test('a DATABASE_URL that is none', () => expectOneLine([command], { DATABASE_URL: 'mysql://u:geheim@h/db' }, 78, /DATABASE_URL/));
  test('a wrong password', () => {
    const url = new URL(testServer().ownerUrl);
    url.password = 'geheim';
    return expectOneLine([command], { DATABASE_URL: url.href }, 78, /DATABASE_URL 127\.0\.0\.1.*密码/);
  });
  test('a database that does not exist', () =>
    expectOneLine([command], { DATABASE_URL: onDatabase(testServer().ownerUrl, 'nowhere') }, 78, /nowhere.*no such database/));
  test('a data directory that cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    return expectOneLine([command], { GONGKAI_DATA_DIR: join(folder, 'file', 'data') }, 78, /ENOTDIR/);
  });
});

test('a database that does not answer ends a command at once', () =>
  expectOneLine(['migrate'], { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:1/db' }, 1, /does not answer/));

test('a port that is taken is told before anything is begun', async () => {
  const { port, server } = await takePort();
  await expectOneLine(['serve'], { PORT: String(port) }, 1, new RegExp(`port ${port} is taken`));
  server.close();
});

test('a data directory that another service uses', async () => {
  const lock = await lockForService(folder);
  await expectOneLine(['serve'], {}, 1, new RegExp(`process ${process.pid}`));
  lock.release();
});

test('an owner that may not create the public role, and no other way to it', async () => {
  const name = `weak_${randomBytes(6).toString('hex')}`;
  await asSuperuser([`create role ${name} login password 'geheim'`, `create database ${name} owner ${name}`]);
  const url = new URL(onDatabase(testServer().superuserUrl, name));
  url.username = name;
  url.password = 'geheim';
  await expectOneLine(['migrate'], { DATABASE_URL: url.href }, 78, /CREATEROLE.*PUBLIC_DATABASE_URL/);
  await asSuperuser([`drop database ${name}`, `drop role ${name}`]);
});

test('a public role that is no wall: a superuser, or the owner itself', async () => {
  const { ownerUrl, superuserUrl } = testServer();
  const name = `strong_${randomBytes(6).toString('hex')}`;
  await asSuperuser([`create database ${name} owner ${new URL(ownerUrl).username}`]);
  for (const role of [superuserUrl, ownerUrl]) {
    await expectOneLine(
      ['migrate'],
      { DATABASE_URL: onDatabase(ownerUrl, name), PUBLIC_DATABASE_URL: onDatabase(role, name) },
      78,
      /too strong/,
    );
  }
  await asSuperuser([`drop database ${name}`]);
});

test('an external database that is not UTF-8', async () => {
  const name = `latin_${randomBytes(6).toString('hex')}`;
  await asSuperuser([
    `create database ${name} owner ${new URL(testServer().ownerUrl).username} encoding 'SQL_ASCII' locale 'C' locale_provider libc template template0`,
  ]);
  await expectOneLine(['migrate'], { DATABASE_URL: onDatabase(testServer().ownerUrl, name) }, 78, /UTF8/);
  await asSuperuser([`drop database ${name}`]);
});

test('an external database is brought up to date, twice with the same result, and by several at once', async () => {
  const name = `fresh_${randomBytes(6).toString('hex')}`;
  await asSuperuser([`create database ${name} owner ${new URL(testServer().ownerUrl).username}`]);
  const environment = { DATABASE_URL: onDatabase(testServer().ownerUrl, name) };
  const codes = (await Promise.all([1, 2, 3].map(() => gongkai(['migrate'], environment)))).map((finished) => finished.code);
  expect(codes).toEqual([0, 0, 0]);
  await expect(gongkai(['migrate'], environment)).resolves.toMatchObject({ code: 0, stdout: '', stderr: '' });
  await asSuperuser([`drop database ${name}`, `drop role ${name}_public`]);
});

test('parse: a file that is not there cannot be read', () => expectOneLine(['parse', join(folder, 'nothing.pdf')], {}, 2, /no such file/));

test('parse: a file that is no plan is told beside what was read', async () => {
  const file = join(folder, 'letter.txt');
  writeFileSync(file, '各位同事：\n周五下午开会。\n');
  const { stdout, stderr, code } = await gongkai(['parse', file], {});
  expect([code, (JSON.parse(stdout) as { tasks: unknown[] }).tasks]).toEqual([3, []]);
  expect(stderr).toMatch(/^[^\n]*no plan[^\n]*\n$/);
});

test('--version prints that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await gongkai(['--version'], {})).toMatchObject({ stdout: `${version}\n`, code: 0 });
});

test('a reader that closes the pipe ends a command quietly', () => {
  const errors = join(folder, 'errors');
  const command = `node -r ./scripts/register.cjs src/app/cli.ts parse seeds/documents/dazhou-2023.txt 2>'${errors}' | head -c 1`;
  expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toBe('{');
  expect(readFileSync(errors, 'utf8')).toBe('');
});

test('parse: the names of a region are looked up in the reference data; an unknown region is one line', async () => {
  const args = ['parse', 'seeds/documents/dazhou-2023.txt', '--region'];
  const { stdout, code } = await gongkai([...args, '511700'], {});
  const { tasks, resolved } = JSON.parse(stdout) as {
    tasks: unknown[];
    resolved: { region: object; units: { name: string; unit: object | null }[] };
  };
  expect(code).toBe(0);
  expect(tasks).toHaveLength(55);
  expect(resolved.region).toEqual({ code: '511700', name: '达州市' });
  const unitOf = new Map(resolved.units.map(({ name, unit }) => [name, unit]));
  expect(unitOf.get('达州高新区管委会')).toMatchObject({ region: { code: 'zone-dazhou-gaoxin' }, reason: 'NAME' });
  expect(unitOf.get('达川区人民政府')).toMatchObject({ region: { code: '511703' }, reason: 'NAMED_REGION' });
  expect(unitOf.get('市教育局')).toBeNull();
  await expectOneLine([...args, '999999'], {}, 1, /no region 999999/);
});
