import { hydrate, loadMany, loadOne, registerNode, type RequestContext } from '../platform/graphql';
import { toUnit, unitColumns, type Unit } from '../units';
import { IssuedToken } from './issued-token';
import { UserAccount } from './user-account';

/** Columns of an account under the property names of its class. */
export const accountColumns = `a.id, a.subject, a.display_name as "displayName", a.role, a.unit_id as "unitId", a.disabled_at as "disabledAt",
  a.version, a.created_at as "createdAt", a.updated_at as "updatedAt"`;

export const tokenColumns = `t.id, t.token_id as "tokenId", t.subject, t.role, t.unit_id as "unitId", t.key_id as "keyId", t.issued_by as "issuedBy",
  t.issued_at as "issuedAt", t.expires_at as "expiresAt", t.revoked_at as "revokedAt"`;

export const toAccount = (row: object): UserAccount => hydrate(UserAccount, row);
export const toIssuedToken = (row: object): IssuedToken => hydrate(IssuedToken, row);

export const accountByKey = loadOne<number, UserAccount>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${accountColumns} from user_account a where a.id = any($1)`, [keys])).map(toAccount),
  (account) => account.id,
);

export const accountBySubject = loadOne<string, UserAccount>(
  async (reader, subjects) =>
    (await reader.rows<object>(`select ${accountColumns} from user_account a where a.subject = any($1)`, [subjects])).map(toAccount),
  (account) => account.subject,
);

export const issuedTokenByKey = loadOne<number, IssuedToken>(
  async (reader, keys) =>
    (await reader.rows<object>(`select ${tokenColumns} from issued_token t where t.id = any($1)`, [keys])).map(toIssuedToken),
  (token) => token.id,
);

interface Administered {
  accountId: number;
  unit: Unit;
}

const administeredOfAccount = loadMany<number, Administered>(
  async (reader, accounts) =>
    (
      await reader.rows<{ accountId: number }>(
        `select x.account_id as "accountId", ${unitColumns} from administered_unit x join unit u on u.id = x.unit_id
         where x.account_id = any($1) order by u.name, u.id`,
        [accounts],
      )
    ).map((row) => ({ accountId: row.accountId, unit: toUnit(row) })),
  ({ accountId }) => accountId,
);

export async function administeredUnits(context: RequestContext, accountId: number): Promise<Unit[]> {
  return (await administeredOfAccount(context).load(accountId)).map(({ unit }) => unit);
}

registerNode('UserAccount', (context, key) => accountByKey(context).load(key), ['ADMINISTRATOR', 'AUDITOR']);
registerNode('IssuedToken', (context, key) => issuedTokenByKey(context).load(key), ['ADMINISTRATOR', 'AUDITOR']);
