import { Controller, Get, Inject } from '@nestjs/common';
import { OFFICE } from '@hub/casework';
import type { DepartmentView, UnitView, UserView, WaiverReasons } from '@hub/contract';
import { ROLE_WORDS, type Office } from '@hub/domain';
import { OperationsQuery } from '@hub/persistence';
import { Allow } from '../http/allow';

/** Who and what there is: units, outside departments, staff, routing rules. */
@Controller('api/v1')
export class DirectoryController {
  constructor(
    @Inject(OFFICE) private readonly office: Office,
    private readonly operations: OperationsQuery,
  ) {}

  @Get('units')
  @Allow('session')
  units(): UnitView[] {
    return this.office.units.map(({ id, name }) => ({ id, name }));
  }

  @Get('streets')
  @Allow('session')
  streets(): readonly string[] {
    return this.office.streets;
  }

  @Get('departments')
  @Allow('session')
  departments(): DepartmentView[] {
    return this.office.departments.map(({ id, name, email }) => ({ id, name, email }));
  }

  @Get('users')
  @Allow('users.read')
  async users(): Promise<UserView[]> {
    const users = await this.operations.users();
    return users.map(({ id, account, name, role, unitId, disabled }) => ({
      id,
      account,
      name,
      role,
      roleName: ROLE_WORDS[role],
      unitId,
      disabled,
    }));
  }

  @Get('waiver-reasons')
  @Allow('queue.read')
  waiverReasons(): WaiverReasons {
    return this.office.rules.waiverReasons;
  }

  @Get('routing-rules')
  @Allow('queue.read')
  rules(): Office['routing'] {
    return this.office.routing;
  }
}
