import { Field, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateScalar, DateTimeScalar, Node, Public } from '../platform/graphql';
import { RegionKind, RegionLevel } from './region.enums';

/** An administrative division or a functional zone. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'An administrative division or a functional zone. (行政区划或功能区)' })
@Entity()
export class Region extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  /** The key by which reference data and clients name the region for good. */
  @Public()
  @Field({
    description: 'Stable id: the code of a division, an id of our own for a zone. Works wherever a region code is asked for. (稳定标识)',
  })
  @Column('text', { name: 'stable_id' })
  stableId!: string;

  @Public()
  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 code: six digits down to the county, nine for a township; null for a zone, which has none. (行政区划代码)',
  })
  @Column('text', { nullable: true })
  code!: string | null;

  @Public()
  @Field({ description: 'Name as in the official list. (名称)' })
  @Column('text')
  name!: string;

  @Public()
  @Field(() => [String], { description: 'Other names under which documents print it; empty for most. (别名)' })
  @Column('text', { array: true })
  aliases!: string[];

  @Public()
  @Field(() => RegionLevel, { description: 'Administrative level; a zone has the level at which it stands in its host. (层级)' })
  @Column('text')
  level!: RegionLevel;

  @Public()
  @Field(() => RegionKind, { description: 'Division or zone. (类别)' })
  @Column('text')
  kind!: RegionKind;

  @Column('integer', { name: 'parent_id', nullable: true })
  parentId!: number | null;

  /** Ids from the nation down to this region, "/1/23/456/": the prefix of everything below it. */
  @Column({ type: 'text', collation: 'C' })
  path!: string;

  @Public()
  @Field({ description: 'Where this record comes from. (来源)' })
  @Column('text')
  source!: string;

  @Public()
  @Field(() => DateScalar, { description: 'State of the source. (来源日期)' })
  @Column('date', { name: 'source_date' })
  sourceDate!: string;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
