import type { Handler } from './http.ts';
import type { World } from './world.ts';

export type Route = [method: string, pattern: RegExp, handler: (world: World, me: string) => Handler];
