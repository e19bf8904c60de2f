import { ArrayMaxSize, IsOptional } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { textHelp } from '../platform/graphql';
import { Role } from './role';

@InputType({ description: 'Which accounts; fields combine with "and", lists mean "any of" (an empty list: none). (账户筛选)' })
export class UserFilter {
  @Field(() => String, { nullable: true, description: `Text in the subject or the display name. ${textHelp} (主体或名称含)` })
  @IsOptional()
  text?: string | null;

  @Field(() => [Role], { nullable: true, description: 'Their roles. (角色)' })
  @IsOptional()
  @ArrayMaxSize(250)
  roles?: Role[] | null;

  @Field(() => [ID], { nullable: true, description: 'Those that write for these units, as their own or administered. (所属或代管单位)' })
  @IsOptional()
  @ArrayMaxSize(250)
  unitIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Disabled ones, or those that are not. (是否停用)' })
  @IsOptional()
  disabled?: boolean | null;
}

@InputType({ description: 'Which tokens; fields combine with "and". (令牌筛选)' })
export class TokenFilter {
  @Field(() => String, { nullable: true, description: 'Issued to this subject. (主体)' })
  @IsOptional()
  subject?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those neither revoked nor expired, or the others. (是否有效)' })
  @IsOptional()
  usable?: boolean | null;
}
