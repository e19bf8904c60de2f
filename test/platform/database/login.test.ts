import { Client } from 'pg';
import { loginOf, withLogin } from '../../../src/platform/database/login';

const login = { user: 'a b_public', password: 'p@ss/w%:?#' };

test.each([
  'postgres://owner:secret@db.example:5433/My%20DB?sslmode=disable',
  'postgres://db.example/gongkai',
  'postgres://db.example/gongkai?user=owner&password=secret',
  'postgres:///gongkai?host=/run/postgresql&user=owner',
  'postgresql://owner@%2Frun%2Fpostgresql/gongkai',
])('another login at the place of %s', (url) => {
  const other = withLogin(url, login);
  expect(loginOf(other)).toEqual(login);
  expect(other).not.toMatch(/owner|secret/);
  const [changed, original] = [new Client(other), new Client(url)];
  expect({ user: changed.user, password: changed.password }).toEqual(login);
  expect([changed.host, changed.port, changed.database]).toEqual([original.host, original.port, original.database]);
});
