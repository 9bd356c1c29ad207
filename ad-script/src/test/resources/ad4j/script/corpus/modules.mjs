import { grad } from 'ad';
import { square, table } from './parts/library.mjs';
import * as library from './parts/library.mjs';
const { cube } = await import('./parts/library.mjs');
console.log(grad(square)(3), grad(cube)(2), grad(x => library.square(x) * table[1])(1));
