import { grad } from 'ad';
import { x } from './nowhere.mjs';
console.log(x, grad);
