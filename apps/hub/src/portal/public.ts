import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Opens a controller to everybody; the hub's guard closes every route that does not say so. */
export const Public = (): CustomDecorator => SetMetadata('allow', 'public');
