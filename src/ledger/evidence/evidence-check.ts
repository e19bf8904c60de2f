import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DateTimeScalar, describeEnum, Public } from '../../platform/graphql';

export const EvidenceStatus = describeEnum('EvidenceStatus', 'What came of asking for a link last. (链接状态)', {
  REACHABLE: 'Something was there: an answer with a status of 200 to 299, after redirections if any. (可访问)',
  UNREACHABLE: 'No such answer came that day. A site may still show people what it refuses to a program. (不可访问)',
  NOT_ASKED: 'The address lies in a network of its own, into which nobody asks from here; it says nothing about the link. (未检查)',
});
export type EvidenceStatus = keyof typeof EvidenceStatus;

/** A link of an entry, and what came of asking for it last. */
@Public()
@ObjectType({
  simpleResolvers: true,
  description:
    'What came of asking for a link to evidence last, by a program. Whether what is found there proves anything, people judge. (佐证链接复查)',
})
@Entity()
export class EvidenceCheck {
  @PrimaryColumn('integer', { name: 'entry_id' })
  entryId!: number;

  /** Its place among the links of the entry, from 0. */
  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  url!: string;

  @Public()
  @Field(() => EvidenceStatus, { description: 'What came of it. (状态)' })
  @Column('text', { nullable: true })
  status!: EvidenceStatus | null;

  @Public()
  @Field(() => Int, { nullable: true, description: 'HTTP status of the last answer; null where none came. (应答状态码)' })
  @Column('integer', { name: 'http_status', nullable: true })
  httpStatus!: number | null;

  @Public()
  @Field(() => String, {
    nullable: true,
    description:
      "Why no answer came: ADDRESS_NOT_ALLOWED, TIMEOUT, TOO_MANY_REDIRECTIONS, REDIRECTION_NOT_ALLOWED, or the network's own code such as ENOTFOUND; null where one came. (未得应答的原因)",
  })
  @Column('text', { nullable: true })
  failure!: string | null;

  @Public()
  @Field(() => DateTimeScalar, { description: 'When that was. (检查时间)' })
  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('boolean')
  published!: boolean;
}
