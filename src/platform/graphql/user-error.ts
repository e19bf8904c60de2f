import { Field, ObjectType } from 'type-graphql';

/** A refusal that the caller can act on. */
@ObjectType({ description: 'A refusal that the caller can act on; nothing was changed. (可处理的拒绝)' })
export class UserError {
  @Field({ description: 'Code for programs, such as NO_TASKS. (代码)' })
  code!: string;

  @Field({ description: 'What is the matter and what to do, in Chinese and English. (说明)' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Path of the input field that it is about; null where it is about the whole. (所涉输入字段)',
  })
  field!: string[] | null;
}

/** Thrown by a command that will not do what it was asked; its transaction is undone and the caller gets it as a user error. */
export class CommandRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field: string[] | null = null,
  ) {
    super(message);
    this.name = 'CommandRefusal';
  }

  toUserError(): UserError {
    return { code: this.code, message: this.message, field: this.field };
  }
}
