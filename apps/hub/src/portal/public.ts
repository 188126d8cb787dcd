import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { NoticesGuard } from './notices/notices.guard';

/** Opens a controller to everybody, where the hub's guard closes every other route; pages are no part of the api's description. */
export const Public = (): ClassDecorator =>
  applyDecorators(SetMetadata('allow', 'public'), ApiExcludeController(), UseGuards(NoticesGuard));
