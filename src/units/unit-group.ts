import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../platform/graphql';
import type { MemberSelector } from './collective-rule';
import { Roster } from './unit.enums';

/** A collective expression as one region's documents use it, such as 各县（市、区）人民政府. */
@Public()
@ObjectType('UnitGroup', {
  implements: Node,
  simpleResolvers: true,
  description:
    "A collective expression as one region's documents use it, such as 各县（市、区）人民政府. Its members are dated. (集体称谓)",
})
@Entity()
export class UnitGroup extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Column('integer', { name: 'region_id' })
  regionId!: number;

  @Public()
  @Field({ description: 'The expression as printed. (原文称谓)' })
  @Column('text')
  expression!: string;

  @Public()
  @Field({ description: 'The rule that finds the members, in words; says so where no rule can. (成员规则)' })
  @Column('text')
  rule!: string;

  /** How the members are found; null where no rule can tell them. */
  @Column('jsonb', { nullable: true })
  selectors!: MemberSelector[] | null;

  @Public()
  @Field(() => Roster, { description: 'Whether every member is known. (名单完整程度)' })
  @Column('text')
  roster!: Roster;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record or its members. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}

/** Membership of a unit in a collective for a time; open ends where no source gives a date. */
@Entity()
export class UnitGroupMember {
  @PrimaryColumn('integer', { name: 'group_id' })
  groupId!: number;

  @PrimaryColumn('integer', { name: 'unit_id' })
  unitId!: number;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}
