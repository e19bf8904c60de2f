import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DateTimeScalar, Node, Public } from '../platform/graphql';

/** The file from which a plan was read. */
@Public()
@ObjectType({ implements: Node, simpleResolvers: true, description: 'The file from which a plan was read. (来源文件)' })
@Entity()
export class SourceDocument extends Node {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'BY DEFAULT' })
  override id!: number;

  @Public()
  @Field({ description: 'Name of the file as it came. (文件名)' })
  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Public()
  @Field({ description: 'Media type, decided by content. (媒体类型)' })
  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Public()
  @Field(() => String, { nullable: true, description: 'Character encoding of a text file; null for other formats. (字符编码)' })
  @Column('text', { nullable: true })
  encoding!: string | null;

  @Public()
  @Field(() => Int, { description: 'Size in bytes. (字节数)' })
  @Column('integer', { name: 'byte_size' })
  byteSize!: number;

  @Public()
  @Field({ description: 'SHA-256 of its bytes, hexadecimal. (SHA-256 校验值)' })
  @Column('text')
  sha256!: string;

  /** Null once it is removed. */
  @Column('bytea', { select: false, nullable: true })
  content!: Buffer | null;

  @Public()
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the file was removed, as the law required; null while it is here. Its hash stays. (移除时间)',
  })
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Public()
  @Field(() => String, { nullable: true, description: 'Why it was removed; null while it is here. (移除理由)' })
  @Column('text', { name: 'removed_reason', nullable: true })
  removedReason!: string | null;

  @Column('boolean')
  published!: boolean;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When the file was taken in. (收录时间)' })
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Public()
  @Field(() => DateTimeScalar, { description: 'Last change of this record. (更新时间)' })
  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
