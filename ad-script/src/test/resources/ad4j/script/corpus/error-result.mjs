import { grad } from 'ad';
const f = xs => xs.map(x => x * x);
grad(f)([1, 2]);
