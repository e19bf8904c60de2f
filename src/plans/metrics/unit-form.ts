import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A printed form of a unit of measure: 天 is 日, 周 is seven of them. */
@Entity()
export class UnitForm {
  @PrimaryColumn('text')
  form!: string;

  @Column('text')
  unit!: string;

  @Column('integer')
  factor!: number;
}
