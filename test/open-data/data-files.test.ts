import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useTestApp } from '../support/app-server';
import { useTestDatabase } from '../support/database';

const database = useTestDatabase({ seeded: true });
const app = useTestApp(database);

async function bytes(path: string, headers: Record<string, string> = {}): Promise<Buffer> {
  return Buffer.from(await (await app.get(path, headers)).arrayBuffer());
}

const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

describe('files of the latest release', () => {
  it.each(Object.entries(types))('tasks.%s is an attachment that any site may read', async (extension, type) => {
    const response = await app.get(`/data/tasks.${extension}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-disposition': `attachment; filename="tasks.${extension}"`,
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-location': `http://localhost:4000/data/releases/1/tasks.${extension}`,
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
    });
  });

  it('are what SHA256SUMS says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-files-'));
    try {
      const sums = await app.text('/data/SHA256SUMS');
      const names = sums
        .trim()
        .split('\n')
        .map((line) => line.slice(66));
      expect(names.length).toBeGreaterThan(28);
      for (const name of names) writeFileSync(join(folder, name), await bytes(`/data/${name}`));
      writeFileSync(join(folder, 'SHA256SUMS'), sums);
      expect(execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder }).toString()).toBe('');
      expect(await app.text('/data/releases/1/SHA256SUMS')).toBe(sums);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are answered by 304 to who has them, and by headers alone to HEAD', async () => {
    const first = await app.get('/data/plans.csv');
    const etag = first.headers.get('etag')!;
    expect((await app.get('/data/plans.csv', { 'if-none-match': etag })).status).toBe(304);
    const head = await fetch(`${app.url}/data/plans.csv`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, etag, '']);
    expect(Number(head.headers.get('content-length'))).toBe((await first.arrayBuffer()).byteLength);
  });

  it('begin with a byte order mark where that is asked for, CSV alone', async () => {
    const plain = await bytes('/data/units.csv');
    const marked = await bytes('/data/units.csv?bom=1');
    expect(marked.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(marked.subarray(3).equals(plain)).toBe(true);
    expect((await bytes('/data/units.csv?bom=0')).equals(plain)).toBe(true);
    for (const path of ['/data/units.csv?bom=yes', '/data/units.csv?bom=1&bom=1', '/data/units.jsonl?bom=1']) {
      const response = await app.get(path);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringMatching(/bom.*\p{Script=Han}/u) }] });
    }
  });

  it('can be taken up again where a download broke off', async () => {
    const whole = await bytes('/data/regions.csv');
    expect(whole.length).toBeGreaterThan(200_000);
    const size = whole.length;
    for (const [range, start, end] of [
      ['bytes=0-9', 0, 10],
      [`bytes=${size - 5}-`, size - 5, size],
      ['bytes=-7', size - 7, size],
      [`bytes=100-${size + 50}`, 100, size],
    ] as const) {
      const response = await app.get('/data/regions.csv', { range });
      expect([response.status, response.headers.get('content-range')]).toEqual([206, `bytes ${start}-${end - 1}/${size}`]);
      expect(Buffer.from(await response.arrayBuffer()).equals(whole.subarray(start, end))).toBe(true);
    }
    const marked = await bytes('/data/regions.csv?bom=1', { range: 'bytes=1-6' });
    expect(marked).toEqual(Buffer.concat([Buffer.from('bbbf', 'hex'), whole.subarray(0, 4)]));
    const behind = await app.get('/data/regions.csv', { range: `bytes=${size}-` });
    expect([behind.status, behind.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
    const ignored: Record<string, string>[] = [
      { range: 'bytes=5-2' },
      { range: 'lines=1-2' },
      { range: 'bytes=0-1,4-5' },
      { range: 'bytes=0-9', 'if-range': '"other"' },
    ];
    for (const headers of ignored) expect((await app.get('/data/regions.csv', headers)).status).toBe(200);
  });

  it('that do not exist are not found, whatever the name', async () => {
    for (const path of [
      '/data/nothing.csv',
      '/data/tasks.txt',
      '/data/tasks.csv.csv',
      '/data/..%2Ftasks.csv',
      '/data/releases/2/tasks.csv',
      '/data/releases/0/tasks.csv',
      '/data/releases/99999999999/tasks.csv',
      '/data/releases/7',
      '/data/releases/x/SHA256SUMS',
    ])
      expect([path, (await app.get(path)).status]).toEqual([path, 404]);
  });
});

describe('releases by their addresses', () => {
  it('are listed, and each told with its files', async () => {
    expect(await app.json('/data/releases')).toMatchObject({
      latest: 1,
      licence: 'CC-BY-4.0',
      releases: [{ number: 1, previousSha256: null }],
    });
    const release = await app.json('/data/releases/1');
    const file = release.files.find(({ name }: { name: string }) => name === 'plans.csv');
    expect(file).toMatchObject({ rowCount: 5, mediaType: 'text/csv', url: 'http://localhost:4000/data/releases/1/plans.csv' });
  });

  it('keep their files for good', async () => {
    const response = await app.get('/data/releases/1/plans.csv');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-location')).toBeNull();
  });
});
