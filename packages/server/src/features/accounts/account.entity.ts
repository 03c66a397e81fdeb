import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Someone, or a program, that may sign in. */
@Entity('account')
export class AccountEntity {
  @PrimaryGeneratedColumn('identity', { type: 'int', generatedIdentity: 'ALWAYS' })
  id!: number;

  @Column('text')
  username!: string;

  @Column('text')
  name!: string;

  /** Null for programs: they sign in by their tokens. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('boolean')
  active!: boolean;

  @Column('int', { name: 'unit_id', nullable: true })
  unitId!: number | null;

  @Column('boolean', { name: 'must_change' })
  mustChange!: boolean;
}
