import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanState, Scope } from '../../app/enums.ts';
import type { FrozenBasis } from './frozen-basis.ts';

/** All targets that one unit assigns to its children for one indicator and year. */
@Entity('target_plan')
export class TargetPlanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { name: 'province_id' })
  provinceId!: number;

  @Column('int', { name: 'issuer_id' })
  issuerId!: number;

  @Column('int', { name: 'indicator_id' })
  indicatorId!: number;

  @Column('int')
  year!: number;

  @Column('text')
  state!: PlanState;

  @Column('int')
  version!: number;

  @Column('int', { name: 'decision_id', nullable: true })
  decisionId!: number | null;

  @Column('uuid', { name: 'amends_id', nullable: true })
  amendsId!: string | null;

  /** From when it is meant to be in force. */
  @Column('date', { name: 'effective_on', nullable: true })
  effectiveOn!: string | null;

  /** `[2022-03-15,2023-01-01)` once issued. */
  @Column('daterange', { name: 'in_force', nullable: true })
  inForce!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** What it rests on, kept from the moment it is submitted. */
  @Column('jsonb', { nullable: true })
  frozen!: FrozenBasis | null;

  @Column('date', { name: 'assign_by', nullable: true })
  assignBy!: string | null;

  @Column('date', { name: 'acknowledge_by', nullable: true })
  acknowledgeBy!: string | null;

  @Column('bigint', { name: 'issued_by', nullable: true })
  issuedBy!: string | null;

  @Column('bigint', { name: 'recorded_by' })
  recordedBy!: string;
}

/** One unit's target in a plan. */
@Entity('target')
export class TargetEntity {
  @PrimaryColumn('int', { name: 'province_id' })
  provinceId!: number;

  @PrimaryColumn('uuid', { name: 'plan_id' })
  planId!: string;

  @PrimaryColumn('int', { name: 'unit_id' })
  unitId!: number;

  /** Hundredths of a percent. */
  @Column('int')
  hundredths!: number;

  @Column('text')
  scope!: Scope;

  @Column('boolean')
  locked!: boolean;
}
