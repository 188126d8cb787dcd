import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import type { FaultList } from './faults';
import { isTree, pathTo, type Tree } from './tree';

/**
 * The tree as an instance of its shape. Where something is wrong the faults say so, and what comes back may have any type
 * inside: further checks look again, and nobody else sees it.
 */
export function check<T extends object>(shape: new () => T, tree: Tree, file: string, path: string, faults: FaultList): T {
  const instance = plainToInstance(shape, tree);
  const errors = validateSync(instance, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    stopAtFirstError: true,
  });
  const walk = (error: ValidationError, parent: unknown, above: string) => {
    const key = pathTo(above, parent, error.property);
    const { constraints, children } = error;
    if (constraints?.whitelistValidation) faults.add(file, key, unknown(error));
    else if (constraints?.wants) faults.add(file, key, constraints.wants);
    else children?.forEach((child) => walk(child, error.value, key));
  };
  errors.forEach((error) => walk(error, tree, path));
  return instance;
}

function unknown({ target }: ValidationError): string {
  const known = isTree(target)
    ? getMetadataStorage().getTargetValidationMetadatas(target.constructor as never, '', false, false)
    : [];
  const names = [...new Set(known.map((one) => one.propertyName))];
  return `没有这一项设置，是不是写错了？这里可以写：${names.join('、')}。`;
}
