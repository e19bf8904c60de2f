import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Arg, Authorized, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { badUserInput, CommandInput, notFound, readKey, readKeys, runCommand, UserError, type RequestContext } from '../platform/graphql';
import { issuedTokenByKey } from './account.loaders';
import { IssuedToken } from './issued-token';
import { issueToken, longestTokenDays, revokeTokens, tokenText, type TokenChoice } from './token.commands';
import { UserAccount } from './user-account';

@InputType({ description: 'A token to be issued to an account. (签发令牌)' })
class IssueTokenInput extends CommandInput {
  @Field(() => ID, { description: 'The account; its role and unit are those of the token. (账户标识)' })
  userId!: string;

  @Field(() => Int, { defaultValue: 30, description: `Days for which it holds, 1 to ${longestTokenDays}. (有效天数)` })
  @Min(1)
  @Max(longestTokenDays)
  days!: number;
}

@InputType({ description: 'Tokens to be taken back: by their ids, or all of a subject, not both. (吊销令牌)' })
class RevokeTokensInput extends CommandInput {
  @Field(() => [ID], { nullable: true, description: 'These tokens. (令牌标识)' })
  @IsOptional()
  @ArrayNotEmpty()
  @ArrayMaxSize(250)
  tokenIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'All tokens of this subject. (主体)' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(400)
  subject?: string | null;

  @Field({ description: 'Why, for the record; at most 2,000 characters. (理由)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A token that was issued. (签发结果)' })
class IssueTokenPayload {
  @Field(() => IssuedToken, { nullable: true, description: 'Its record; null where it was refused. (令牌记录)' })
  token!: IssuedToken | null;

  @Field(() => String, {
    nullable: true,
    description: 'The token itself, to be sent as `Authorization: Bearer …`; null where it was refused or its key has been dropped. (令牌)',
  })
  bearer!: string | null;

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'What came of taking tokens back. (吊销结果)' })
class RevokeTokensPayload {
  @Field(() => [IssuedToken], { description: 'Those that held until now; empty where it was refused. (已吊销的令牌)' })
  tokens!: IssuedToken[];

  @Field(() => [UserError], { description: 'Why it was refused; empty where it was done. (拒绝原因)' })
  userErrors!: UserError[];
}

@Resolver()
export class TokenMutations {
  @Authorized('ADMINISTRATOR')
  @Mutation(() => IssueTokenPayload, {
    description: 'Issues a token to an account. The same idempotency key shows the same token again, to the same caller alone. (签发令牌)',
  })
  async issueToken(
    @Ctx() context: RequestContext,
    @Arg('input', () => IssueTokenInput, { description: 'To whom, and for how long. (输入)' }) input: IssueTokenInput,
  ): Promise<IssueTokenPayload> {
    const userKey = readKey(input.userId, 'UserAccount');
    const { result, userErrors } = await runCommand(context, 'issueToken', input, async (manager, { subject }) => ({
      tokenKey: await issueTo(manager, userKey, input.days, subject),
    }));
    if (!result) return { token: null, bearer: null, userErrors };
    const bearer = await tokenText(context.reader, result.tokenKey);
    return { token: await issuedTokenByKey(context).load(result.tokenKey), bearer, userErrors };
  }

  @Authorized('ADMINISTRATOR')
  @Mutation(() => RevokeTokensPayload, {
    description: 'Takes tokens back: from the next request on they are answered with 401, by every process. (吊销令牌)',
  })
  async revokeTokens(
    @Ctx() context: RequestContext,
    @Arg('input', () => RevokeTokensInput, { description: 'Which tokens. (输入)' }) input: RevokeTokensInput,
  ): Promise<RevokeTokensPayload> {
    const choice = choiceIn(input);
    const { result, userErrors } = await runCommand(context, 'revokeTokens', input, async (manager, { subject }) => ({
      tokenKeys: await revokeTokens(manager, choice, input.reason, subject),
    }));
    const tokens = await Promise.all((result?.tokenKeys ?? []).map((key) => issuedTokenByKey(context).load(key)));
    return { tokens: tokens.filter((token) => token !== null), userErrors };
  }
}

async function issueTo(manager: EntityManager, userKey: number, days: number, actor: string): Promise<number> {
  const account = await manager.findOneBy(UserAccount, { id: userKey });
  if (!account) throw notFound('There is no such account. / 没有这个账户。');
  const { subject, role, unitId: unitKey } = account;
  return issueToken(manager, { subject, role, unitKey, days }, actor);
}

function choiceIn({ tokenIds, subject }: RevokeTokensInput): TokenChoice {
  if ((tokenIds == null) === (subject == null))
    throw badUserInput('Give `tokenIds` or `subject`, one of them. / tokenIds 与 subject 须给其一。');
  return tokenIds != null ? { keys: [...new Set(readKeys(tokenIds, 'IssuedToken'))] } : { subject: subject! };
}
