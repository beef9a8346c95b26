/** Of the register's data. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/';
