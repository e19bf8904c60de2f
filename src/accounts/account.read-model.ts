import { raw, sql, type Sql } from '../platform/database';
import { haveWords, paginate, readKeys, type ConnectionArgs, type OrderTerm, type Page, type RequestContext } from '../platform/graphql';
import type { TokenFilter, UserFilter } from './account.inputs';
import { accountColumns, toAccount, toIssuedToken, tokenColumns } from './account.loaders';
import type { IssuedToken } from './issued-token';
import type { UserAccount } from './user-account';

const bySubject: OrderTerm[] = [
  { expression: 'a.subject', type: 'text', direction: 'ASC' },
  { expression: 'a.id', type: 'integer', direction: 'ASC' },
];
const newestFirst: OrderTerm[] = [{ expression: 't.id', type: 'integer', direction: 'DESC' }];

export function listAccounts(context: RequestContext, args: ConnectionArgs, filter: UserFilter | null): Promise<Page<UserAccount>> {
  return paginate(context, args, {
    list: 'users',
    columns: accountColumns,
    from: raw('user_account a'),
    where: filter ? accountConditions(filter) : [],
    order: bySubject,
    toNode: toAccount,
  });
}

export function listTokens(context: RequestContext, args: ConnectionArgs, filter: TokenFilter | null): Promise<Page<IssuedToken>> {
  return paginate(context, args, {
    list: 'tokens',
    columns: tokenColumns,
    from: raw('issued_token t'),
    where: filter ? tokenConditions(filter) : [],
    order: newestFirst,
    toNode: toIssuedToken,
  });
}

function accountConditions({ text, roles, unitIds, disabled }: UserFilter): Sql[] {
  const units = unitIds && readKeys(unitIds, 'Unit');
  return [
    ...(text ? haveWords(text, ['a.subject', `coalesce(a.display_name, '')`]) : []),
    ...(roles ? [sql`a.role = any(${roles}::text[])`] : []),
    ...(units
      ? [
          sql`(a.unit_id = any(${units}::int[]) or exists (select from administered_unit x where x.account_id = a.id and x.unit_id = any(${units}::int[])))`,
        ]
      : []),
    ...(disabled == null ? [] : [sql`(a.disabled_at is not null) = ${disabled}::boolean`]),
  ];
}

function tokenConditions({ subject, usable }: TokenFilter): Sql[] {
  return [
    ...(subject == null ? [] : [sql`t.subject = ${subject}`]),
    ...(usable == null ? [] : [sql`(t.revoked_at is null and t.expires_at > now()) = ${usable}::boolean`]),
  ];
}
