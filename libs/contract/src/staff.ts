import type { Permission, Role } from '@hub/domain';

export interface SessionView {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly roleName: string;
  readonly unitId: string | null;
  readonly unit: string | null;
  readonly permissions: readonly Permission[];
}

export interface UnitView {
  readonly id: string;
  readonly name: string;
}
export interface DepartmentView extends UnitView {
  readonly email: string | null;
}
export interface UserView {
  readonly id: number;
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly roleName: string;
  readonly unitId: string | null;
  readonly disabled: boolean;
}
