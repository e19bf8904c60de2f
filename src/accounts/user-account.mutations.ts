import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { CommandInput, readKey, runCommand, UserError, type RequestContext } from '../platform/graphql';
import { accountByKey } from './account.loaders';
import { Role } from './role';
import { createUser, switchUser, updateUser, type AccountFacts } from './user-account.commands';
import { UserAccount } from './user-account';

@InputType({ description: 'An account to be made. (新建账户)' })
class CreateUserInput extends CommandInput {
  @Field({ description: 'Whom tokens will name, at most 400 characters; `issuer|subject` for the identity provider. (主体)' })
  @IsNotEmpty()
  @MaxLength(400)
  subject!: string;

  @Field(() => String, { nullable: true, description: 'Name for people, at most 200 characters. (显示名称)' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  displayName?: string | null;

  @Field(() => Role, { description: 'What it may do. (角色)' })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that a REPORTER writes for; that of a REVIEWER, who may have none; for the other roles none. (所属单位)',
  })
  unitId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Further units that the REPORTER also writes for. (代管单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  administeredUnitIds?: string[] | null;
}

@InputType({ description: 'Changes of an account; what is left out stays as it is. (修改账户)' })
class UpdateUserInput extends CommandInput {
  @Field(() => ID, { description: 'The account. (账户标识)' })
  userId!: string;

  @Field(() => Int, { description: 'The version that was read. (所读版本)' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Name for people, at most 200 characters; null takes it away. (显示名称)' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  displayName?: string | null;

  @Field(() => Role, { nullable: true, description: 'What it may do; any other than REPORTER takes its units away. (角色)' })
  role?: Role | null;

  @Field(() => ID, { nullable: true, description: 'The unit that a REPORTER writes for, or that of a REVIEWER. (所属单位)' })
  unitId?: string | null;

  @Field(() => [ID], { nullable: true, description: 'All further units that the REPORTER also writes for; null: none. (代管单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  administeredUnitIds?: string[] | null;
}

@InputType({ description: 'An account to be disabled, or enabled again. (停用或启用账户)' })
class SwitchUserInput extends CommandInput {
  @Field(() => ID, { description: 'The account. (账户标识)' })
  userId!: string;

  @Field({ description: 'Why, for the record; at most 2,000 characters. (理由)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'What came of a change of an account. (操作结果)' })
class UserPayload {
  @Field(() => UserAccount, { nullable: true, description: 'The account as it is now; null where the change was refused. (账户)' })
  user!: UserAccount | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

const inputHelp = 'Which account, and what of it. (输入)';

@Resolver()
export class UserAccountMutations {
  @Authorized('ADMINISTRATOR')
  @Mutation(() => UserPayload, { description: 'Makes the account of a subject that has none. (新建账户)' })
  createUser(
    @Ctx() context: RequestContext,
    @Arg('input', () => CreateUserInput, { description: inputHelp }) input: CreateUserInput,
  ): Promise<UserPayload> {
    const { subject, role, displayName = null, unitId = null } = input;
    const facts = { role, displayName, unitId, administeredUnitIds: input.administeredUnitIds ?? [] };
    return change(context, 'createUser', input, (manager, actor) => createUser(manager, subject, facts, actor));
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => UserPayload, {
    description:
      'Changes an account; holds from the next request of its tokens on. CONFLICT where it has changed since it was read. (修改账户)',
  })
  updateUser(
    @Ctx() context: RequestContext,
    @Arg('input', () => UpdateUserInput, { description: inputHelp }) input: UpdateUserInput,
  ): Promise<UserPayload> {
    const userKey = readKey(input.userId, 'UserAccount');
    return change(context, 'updateUser', input, async (manager, actor) => {
      await updateUser(manager, userKey, input.version, changesIn(input), actor);
      return userKey;
    });
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => UserPayload, {
    description:
      'Keeps a subject from signing in, with whatever token, from the next request on. CONFLICT where it is disabled. (停用账户)',
  })
  disableUser(
    @Ctx() context: RequestContext,
    @Arg('input', () => SwitchUserInput, { description: inputHelp }) input: SwitchUserInput,
  ): Promise<UserPayload> {
    return switchTo(context, 'disableUser', 'disabled', input);
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => UserPayload, {
    description: 'Lets a disabled subject sign in again, with the tokens that it has. CONFLICT where it is not disabled. (启用账户)',
  })
  enableUser(
    @Ctx() context: RequestContext,
    @Arg('input', () => SwitchUserInput, { description: inputHelp }) input: SwitchUserInput,
  ): Promise<UserPayload> {
    return switchTo(context, 'enableUser', 'enabled', input);
  }
}

/** Absent is not null: null takes a name or the further units away, and no role or unit at all. */
function changesIn({ displayName, role, unitId, administeredUnitIds }: UpdateUserInput): Partial<AccountFacts> {
  return {
    ...(displayName !== undefined && { displayName }),
    ...(role != null && { role }),
    ...(unitId !== undefined && { unitId }),
    ...(administeredUnitIds !== undefined && { administeredUnitIds: administeredUnitIds ?? [] }),
  };
}

function switchTo(context: RequestContext, command: string, to: 'disabled' | 'enabled', input: SwitchUserInput): Promise<UserPayload> {
  const userKey = readKey(input.userId, 'UserAccount');
  return change(context, command, input, async (manager, actor) => {
    await switchUser(manager, userKey, to, input.reason, actor);
    return userKey;
  });
}

async function change(
  context: RequestContext,
  command: string,
  input: CommandInput,
  act: (manager: EntityManager, actor: string) => Promise<number>,
): Promise<UserPayload> {
  const { result, userErrors } = await runCommand(context, command, input, async (manager, { subject }) => ({
    userKey: await act(manager, subject),
  }));
  return { user: result && (await accountByKey(context).load(result.userKey)), userErrors };
}
