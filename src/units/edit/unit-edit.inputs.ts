import { ArrayMaxSize, ArrayNotEmpty, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, DateScalar, DateTimeScalar } from '../../platform/graphql';
import { UnitKind, UnitSuccession } from '../unit.enums';

@InputType({ description: 'A unit to be registered or changed. Of one that is there, what is left out stays as it is. (登记或修改单位)' })
export class UpsertUnitInput extends CommandInput {
  @Field(() => ID, { nullable: true, description: 'The unit to be changed; left out to register a new one. (单位标识)' })
  unitId?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Its `updatedAt` as it was read; needed for a change. (所读的更新时间)' })
  updatedAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Region: code, zone id or global id. Needed for a new unit. (所属区域)' })
  regionCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Name, at most 200 characters. Needed for a new unit; changed by `renameUnit`. (名称)',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string | null;

  @Field(() => UnitKind, { nullable: true, description: 'Sort of organisation; by its name where a new one leaves it out. (类别)' })
  kind?: UnitKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of its line of work; null: none; by its name where a new one leaves it out. (条线)',
  })
  functionLine?: string | null;

  @Field(() => [String], { nullable: true, description: 'All other names of the same body, at most 100. (别名)' })
  @IsOptional()
  @ArrayMaxSize(100)
  @IsNotEmpty({ each: true })
  @MaxLength(200, { each: true })
  aliases?: string[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of its existence; null where no source gives it: it then counts as there at any time. (设立日期)',
  })
  validFrom?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of its existence; null while it exists. (终止日期)' })
  validTo?: string | null;

  @Field(() => UnitSuccession, { nullable: true, description: 'ABOLISHED or SPLIT, with `validTo`; null: it has not ended. (沿革方式)' })
  succession?: UnitSuccession | null;

  @Field(() => ID, { nullable: true, description: 'The unit that mainly goes on where it was split; null: none. (承继单位)' })
  successorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Where this is known from, shown to everyone. Needed for a new unit. (来源)' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  source?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'State of the source; null where it has no date. (来源日期)' })
  sourceDate?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, for the record; at most 2,000 characters. (理由)' })
  @IsOptional()
  @MaxLength(2_000)
  reason?: string | null;
}

@InputType({ description: 'A unit with its new name. (单位更名)' })
export class RenameUnitInput extends CommandInput {
  @Field(() => ID, { description: 'The unit. (单位标识)' })
  unitId!: string;

  @Field(() => DateTimeScalar, { description: 'Its `updatedAt` as it was read. (所读的更新时间)' })
  updatedAt!: Date;

  @Field({ description: 'The new name, at most 200 characters. (新名称)' })
  @IsNotEmpty()
  @MaxLength(200)
  name!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of the new name; null where the name before was never right, and is corrected. (更名日期)',
  })
  on?: string | null;

  @Field({ description: 'Why, for the record, such as the document that says so; at most 2,000 characters. (依据)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}

@InputType({ description: 'Units that become part of another. (单位合并)' })
export class MergeUnitsInput extends CommandInput {
  @Field(() => [ID], { description: 'Those that end, at most 100. (被合并单位)' })
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  unitIds!: string[];

  @Field(() => ID, { description: 'The one that they become part of; register it first where it is new. (承继单位)' })
  intoUnitId!: string;

  @Field(() => DateScalar, { description: 'First day on which they are part of it; they end the day before. (合并日期)' })
  on!: string;

  @Field({ description: 'Why, for the record, such as the document that says so; at most 2,000 characters. (依据)' })
  @IsNotEmpty()
  @MaxLength(2_000)
  reason!: string;
}
