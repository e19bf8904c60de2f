import { ArrayMaxSize, IsNotEmpty, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, DateScalar, DateTimeScalar } from '../../platform/graphql';
import { Roster } from '../unit.enums';

@InputType({ description: 'A member of a collective, for as long as it is one. (集体成员)' })
export class GroupMemberInput {
  @Field(() => ID, { description: 'The unit. (单位标识)' })
  unitId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; null: since ever. (起始日期)' })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null: until further notice. (终止日期)' })
  validTo?: string | null;
}

@InputType({ description: 'The roster of a collective, which takes the place of its rule. (集体名单)' })
export class UpsertUnitGroupInput extends CommandInput {
  @Field({ description: 'Region in whose documents the expression stands: code, zone id or global id. (所属区域)' })
  regionCode!: string;

  @Field({ description: 'The expression as printed, at most 200 characters, such as 市级各部门（单位）. (原文称谓)' })
  @IsNotEmpty()
  @MaxLength(200)
  expression!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Its `updatedAt` as it was read; needed where it exists. (所读的更新时间)' })
  updatedAt?: Date | null;

  @Field(() => Roster, { description: 'Whether these are all members, or only those known. (名单完整程度)' })
  roster!: Roster;

  @Field({ description: 'Where the roster is known from, shown to everyone; at most 2,000 characters. (名单依据)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  source!: string;

  @Field(() => [GroupMemberInput], { description: 'All members, at most 250; who is not named is none. (成员)' })
  @ArrayMaxSize(250)
  @ValidateNested({ each: true })
  members!: GroupMemberInput[];

  @Field({ description: 'Why, for the record; at most 2,000 characters. (理由)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}
