import { grad } from 'ad';
const later = x => Promise.resolve(x).then(v => v * 2);
console.log(await later(4), grad(x => x * 2)(1));
const all = await Promise.all([1, 2, 3].map(async x => grad(y => y * y)(x)));
console.log(all);
