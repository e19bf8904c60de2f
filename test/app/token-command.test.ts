import { createAuthenticator } from '../../src/accounts';
import { revokeToken, rotateKey, token, type TokenOptions } from '../../src/app/commands/token';
import { readConfig } from '../../src/platform/config';
import { globalId } from '../../src/platform/graphql';
import { ExpectedFailure } from '../../src/platform/lifecycle';
import { TokenKeys } from '../../src/platform/tokens';
import { aUnit } from '../accounts/units';
import { gongkai } from '../support/child-process';
import { useTestDatabase } from '../support/database';

jest.setTimeout(60_000);

const database = useTestDatabase({ keepRows: true });
const config = readConfig({ DATABASE_URL: database.ownerUrl });
let authenticate: ReturnType<typeof createAuthenticator>;
beforeAll(() => {
  authenticate = createAuthenticator({ reader: database.internalReader, keys: new TokenKeys(database.internalReader) });
});

const tokenIdOf = (bearer: string): string => JSON.parse(Buffer.from(bearer.split('.')[1]!, 'base64url').toString()).jti as string;

/** What a command prints. */
async function printed(command: () => Promise<void>): Promise<string> {
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    await command();
    return write.mock.calls.map(([text]) => String(text)).join('');
  } finally {
    write.mockRestore();
  }
}

it('is printed alone, and holds beside a running service until it is revoked', async () => {
  const environment = { DATABASE_URL: database.ownerUrl };
  const { stdout, stderr, code } = await gongkai(['token', '--role', 'planner', '--subject', 'li'], environment);
  expect({ stdout, stderr, code }).toEqual({ stdout: expect.stringMatching(/^[\w.-]+\n$/), stderr: '', code: 0 });
  const bearer = `Bearer ${stdout.trim()}`;
  await expect(authenticate(bearer)).resolves.toMatchObject({ subject: 'li', role: 'PLANNER' });
  const revoked = await gongkai(['token', 'revoke', '--subject', 'li'], environment);
  expect(revoked).toMatchObject({ code: 0, stdout: '已吊销 revoked: 1\n', stderr: '' });
  await expect(authenticate(bearer)).resolves.toBeNull();
});

it('of a reporter names its unit; revoked by its id or with its key it holds no more', async () => {
  const unit = await aUnit(database, '甲局');
  const options: TokenOptions = { role: 'REPORTER', unit: globalId('Unit', unit), days: '2' };
  const [first, second] = [(await printed(() => token(config, options))).trim(), (await printed(() => token(config, options))).trim()];
  await expect(authenticate(`Bearer ${first}`)).resolves.toMatchObject({ subject: expect.stringMatching(/^cli:/), unitKeys: [unit] });
  await expect(printed(() => revokeToken(config, tokenIdOf(first), {}))).resolves.toMatch(/: 1\n$/);
  await expect(authenticate(`Bearer ${first}`)).resolves.toBeNull();
  await expect(authenticate(`Bearer ${second}`)).resolves.not.toBeNull();
  await expect(printed(() => rotateKey(config, { retire: true }))).resolves.toMatch(/new key 2；.*dropped: 1；.*: 1\n$/);
  await expect(authenticate(`Bearer ${second}`)).resolves.toBeNull();
  const events = await database.owner.query(`select actor, action from audit_event order by id desc limit 2`);
  expect(events).toEqual(['token.rotate-key', 'token.revoke'].map((action) => ({ action, actor: expect.stringMatching(/^cli:/) })));
});

it('is refused in one line that says what is wrong', async () => {
  const wrong: [() => Promise<void>, RegExp][] = [
    [() => token(config, { days: '1' }), /--role/],
    [() => token(config, { role: 'KING', days: '1' }), /KING/],
    [() => token(config, { role: 'PLANNER', days: '367' }), /--days/],
    [() => token(config, { role: 'PLANNER', days: '1', subject: '' }), /--subject/],
    [() => token(config, { role: 'REPORTER', days: '1' }), /--unit/],
    [() => token(config, { role: 'REPORTER', unit: globalId('Unit', 1_999_999_999), days: '1' }), /no unit/],
    [() => revokeToken(config, undefined, {}), /--subject/],
    [() => revokeToken(config, 'x', {}), /UUID/],
    [() => revokeToken(config, undefined, { subject: 'nobody' }), /no such token/],
  ];
  for (const [command, words] of wrong) {
    const failure = await command().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ExpectedFailure);
    expect((failure as Error).message).toMatch(words);
    expect((failure as Error).message).not.toContain('\n');
  }
});
