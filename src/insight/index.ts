/** The door of insight: what the register tells when its facts are put together. */
export * from './places/city-in-world.tsx';
export * from './places/fellow-cities.tsx';
export * from './places/shared-places.ts';
export * from './places/who-sits-with-us.tsx';
export * from './places/world.ts';
export * from './places/fellows.ts';
