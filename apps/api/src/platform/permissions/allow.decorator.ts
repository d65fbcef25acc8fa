import { SetMetadata } from '@nestjs/common';
import type { CustomDecorator } from '@nestjs/common';
import type { Permission } from './permissions.ts';

/** Where `Allow` leaves its mark for the guard. */
export const ALLOW_METADATA = 'dangol:allow';

/** What a resolver method or a controller asks of its caller; `signed-in` needs an account but no workspace. */
export type Allowance = Permission | 'public' | 'signed-in';

/** States who may call a query, mutation, subscription or route. What carries no `Allow` is refused to everybody. */
export const Allow = (allowance: Allowance): CustomDecorator<string> => SetMetadata(ALLOW_METADATA, allowance);
