import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** Opens a controller to everybody, where the hub's guard closes every other route; pages are no part of the api's description. */
export const Public = (): ClassDecorator => applyDecorators(SetMetadata('allow', 'public'), ApiExcludeController());
