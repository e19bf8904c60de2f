import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs, connectionOf, listCost, readKey, type Page, type RequestContext } from '../platform/graphql';
import { Unit, unitByKey } from '../units';
import { TokenFilter, UserFilter } from './account.inputs';
import { accountByKey, administeredUnits } from './account.loaders';
import { listAccounts, listTokens } from './account.read-model';
import { IssuedToken } from './issued-token';
import { UserAccount } from './user-account';

const UserAccountConnection = connectionOf(UserAccount, 'account');
const IssuedTokenConnection = connectionOf(IssuedToken, 'token');

@Resolver(() => UserAccount)
export class UserAccountResolver {
  @Authorized('ADMINISTRATOR', 'AUDITOR')
  @Query(() => UserAccount, { nullable: true, description: 'One account; null where there is none. (按标识查账户)' })
  user(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Global id of the account. (账户标识)' }) id: string,
  ): Promise<UserAccount | null> {
    return accountByKey(context).load(readKey(id, 'UserAccount'));
  }

  @Authorized('ADMINISTRATOR', 'AUDITOR')
  @Query(() => UserAccountConnection, { description: 'Accounts by subject. (账户列表)' })
  users(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => UserFilter, { nullable: true, description: 'Which accounts; all where omitted. (筛选)' })
    filterBy: UserFilter | null,
  ): Promise<Page<UserAccount>> {
    return listAccounts(context, args, filterBy);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit a reporter writes for; null for the other roles. (填报单位)' })
  unit(@Root() { unitId }: UserAccount, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return unitId === null ? null : unitByKey(context).load(unitId);
  }

  @listCost(20)
  @FieldResolver(() => [Unit], { description: 'Further units that the reporter also writes for. (代管单位)' })
  administeredUnits(@Root() { id }: UserAccount, @Ctx() context: RequestContext): Promise<Unit[]> {
    return administeredUnits(context, id);
  }
}

@Resolver(() => IssuedToken)
export class IssuedTokenResolver {
  @Authorized('ADMINISTRATOR', 'AUDITOR')
  @Query(() => IssuedTokenConnection, { description: 'Tokens that were issued here, the newest first. (令牌列表)' })
  tokens(
    @Ctx() context: RequestContext,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filterBy', () => TokenFilter, { nullable: true, description: 'Which tokens; all where omitted. (筛选)' })
    filterBy: TokenFilter | null,
  ): Promise<Page<IssuedToken>> {
    return listTokens(context, args, filterBy);
  }

  @FieldResolver(() => Unit, { nullable: true, description: 'The unit a reporter writes for; null for the other roles. (填报单位)' })
  unit(@Root() { unitId }: IssuedToken, @Ctx() context: RequestContext): Promise<Unit | null> | null {
    return unitId === null ? null : unitByKey(context).load(unitId);
  }
}
