import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../../platform/graphql';

/** A numbered, immutable snapshot of all that is public. */
@Public()
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A numbered, immutable snapshot of all that is public. (数据发布版本)',
})
@Entity()
export class Release extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Public()
  @Field(() => Int, { description: 'Running number, from 1. (版本号)' })
  @Column('integer')
  number!: number;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When the snapshot was taken; its figures are as of then. (发布时间)' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Public()
  @Field(() => DateTimeScalar, { description: 'The same as `createdAt`: the moment of which all its rows and figures are. (数据时点)' })
  get asOf(): Date {
    return this.createdAt;
  }

  @Public()
  @Field(() => DateTimeScalar, { description: 'The same as `createdAt`: a release never changes. (更新时间)' })
  get updatedAt(): Date {
    return this.createdAt;
  }

  @Public()
  @Field(() => String, { nullable: true, description: '`sha256` of the release before; null for the first. (上一版校验值)' })
  @Column('text', { name: 'previous_sha256', nullable: true })
  previousSha256!: string | null;

  @Public()
  @Field({ description: 'SHA-256 over the number, the hash before, and the name and SHA-256 of every file. (校验值)' })
  @Column('text')
  sha256!: string;

  @Public()
  @Field({
    description:
      'Whether it is of a database for demonstrations: what units report in it is made up, and says so. False for a real record. (是否演示数据)',
  })
  @Column({ type: 'boolean', name: 'is_demonstration', insert: false, update: false })
  isDemonstration!: boolean;
}

/** One file of a release. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'One file of a release. (数据文件)' })
@Entity()
export class ReleaseFile {
  @PrimaryColumn('integer', { name: 'release_id' })
  releaseId!: number;

  /** Number of the release; known where the file was loaded for a reader. */
  releaseNumber!: number;

  @Column('integer')
  position!: number;

  @Public()
  @Field({ description: 'Name of the file, such as tasks.csv. (文件名)' })
  @PrimaryColumn('text')
  name!: string;

  @Public()
  @Field(() => Int, { description: 'Rows in it; 0 for a file that is no table. (行数)' })
  @Column('integer', { name: 'row_count' })
  rowCount!: number;

  @Public()
  @Field(() => Float, { description: 'Size in bytes, a whole number that may exceed 32 bits. (字节数)' })
  @Column('bigint', { name: 'byte_size' })
  byteSize!: number;

  @Public()
  @Field({ description: 'SHA-256 of its bytes, hexadecimal. (SHA-256 校验值)' })
  @Column('text')
  sha256!: string;
}

/** How many rows of a dataset are other than in the release before. */
@Public()
@ObjectType({ simpleResolvers: true, description: 'How many rows of a dataset are other than in the release before. (与上一版的差异)' })
@Entity()
export class ReleaseChange {
  @PrimaryColumn('integer', { name: 'release_id' })
  releaseId!: number;

  @Public()
  @Field({ description: 'Name of the dataset, such as tasks. (数据集)' })
  @PrimaryColumn('text')
  dataset!: string;

  @Public()
  @Field(() => Int, { description: 'Rows that the release before did not have. (新增行数)' })
  @Column('integer')
  added!: number;

  @Public()
  @Field(() => Int, { description: 'Rows that were other. (变更行数)' })
  @Column('integer')
  changed!: number;

  @Public()
  @Field(() => Int, { description: 'Rows that only the release before has. (移除行数)' })
  @Column('integer')
  removed!: number;
}
