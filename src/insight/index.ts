/** The door of insight: what the register tells when its facts are put together. */
export { readLocalUse } from './local-use.ts';
export { cardMap, type CardMap } from './places/card-map.ts';
export { placeName } from './places/place-name.ts';
export { CityInWorld } from './places/city-in-world.tsx';
export { FellowCities, FellowCoverage } from './places/fellow-cities.tsx';
export { fellowCitiesIn, fellowCitiesTable, type FellowCitiesView } from './places/fellows.ts';
export { WhoSitsWithUs, whoSitsWithUsInWords } from './places/who-sits-with-us.tsx';
export { cityInWorldTable, readCityInWorld, readWhoSitsWithUs, whoSitsWithUsTable, type CityInWorldView, type WhoSitsWithUsView } from './places/world.ts';
